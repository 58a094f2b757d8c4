package broadsheet.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells real words from slips: {@code standpoint} and {@code Oman} are known, whether or not an archive has them;
 * {@code standpiont} is not. Capitals and accents make no difference: {@code OMAN}, {@code oman}, and {@code citta} for
 * {@code città}.
 *
 * <p>Words are known by language, names in Latin letters in all of them. A list is read the first time that it is asked
 * for, in a few milliseconds, and stays in memory. For any number of threads at once.
 *
 * <pre>
 * KnownWords english = KnownWords.of(List.of("en"));
 * english.familiarity("standpoint") // WORD
 * english.familiarity("oman")       // NAME
 * </pre>
 */
public final class KnownWords {

    /** No word of a list is longer. */
    private static final int LONGEST = 60;
    /** Languages with a list of their own beside this class. */
    private static final Set<String> LISTED = Set.of("de", "en", "es", "fr", "it", "nl", "pt", "ru");
    private static final Set<String> FORMS_OF_A_CORPUS = Set.of("de", "it");
    /** Dictionaries that other packages bring; a language without the package has only its list, if any. */
    private static final Map<String, Brought> DICTIONARIES = Map.of("pl",
            new Brought("morfologik/stemming/polish/polish.dict", "ąćęłńóśźżäéöü"), "uk",
            new Brought("ua/net/nlp/ukrainian.dict", "ґ"));
    private static final Map<String, List<WordSet>> READ = new ConcurrentHashMap<>();

    /**
     * A dictionary on the class path.
     *
     * @param marked the letters that it has besides the plain ones
     */
    private record Brought(String resource, String marked) {}

    private final WordSet[] words;
    private final WordSet names;
    private final WordSet rareNames;

    private KnownWords(List<WordSet> words) {
        this.words = words.toArray(WordSet[]::new);
        this.names = list("names.fsa");
        this.rareNames = list("rare-names.fsa");
    }

    /** The languages with words: BCP 47 subtags, {@code en}. */
    public static Set<String> languages() {
        return Stream.concat(LISTED.stream(), DICTIONARIES.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether all forms of a language's words are known. The lists of German and Italian hold the forms that a large
     * corpus had, so that a form which they lack may well be right.
     *
     * @param language a BCP 47 subtag, {@code en}
     */
    public static boolean knowsForms(String language) {
        return languages().contains(language) && !FORMS_OF_A_CORPUS.contains(language);
    }

    /**
     * The words of some languages, and all names.
     *
     * @param languages BCP 47 subtags, {@code en}; those without words are passed over
     */
    public static KnownWords of(Collection<String> languages) {
        return new KnownWords(languages.stream().distinct().flatMap(language -> words(language).stream()).toList());
    }

    /** Whether a word or a name of any kind is known. */
    public boolean knows(String word) {
        return familiarity(word) != Familiarity.UNKNOWN;
    }

    /** How well a word is known; a possessive as its owner is, {@code Oman's} as {@code Oman}. */
    public Familiarity familiarity(String word) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Familiarity.UNKNOWN;
        }
        String plain = PlainLetters.of(word);
        Familiarity whole = ofPlain(plain);
        if (whole == Familiarity.UNKNOWN && plain.endsWith("'s")) {
            return ofPlain(plain.substring(0, plain.length() - 2));
        }
        return whole;
    }

    private Familiarity ofPlain(String word) {
        for (WordSet set : words) {
            if (set.contains(word)) {
                return Familiarity.WORD;
            }
        }
        if (names.contains(word)) {
            return Familiarity.NAME;
        }
        return rareNames.contains(word) ? Familiarity.RARE_NAME : Familiarity.UNKNOWN;
    }

    private static List<WordSet> words(String language) {
        if (!languages().contains(language)) {
            return List.of();
        }
        return READ.computeIfAbsent(language, KnownWords::read);
    }

    private static List<WordSet> read(String language) {
        Optional<WordSet> own = LISTED.contains(language)
                ? Optional.of(WordList.read("words-" + language + ".fsa"))
                : Optional.empty();
        Optional<WordSet> dictionary = Optional.ofNullable(DICTIONARIES.get(language))
                .flatMap(brought -> DictionaryWords.read(brought.resource(), brought.marked()));
        return Stream.of(own, dictionary).flatMap(Optional::stream).toList();
    }

    private static WordSet list(String resource) {
        return READ.computeIfAbsent(resource, name -> List.of(WordList.read(name))).getFirst();
    }
}
