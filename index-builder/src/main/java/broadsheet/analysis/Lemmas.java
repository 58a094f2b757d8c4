package broadsheet.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * Stems by dictionary, for languages whose words change too much for rules: {@code місті} and {@code міста} are forms of
 * {@code місто}. Words that the dictionary lacks lose their {@linkplain LightEndings endings}. Not for several threads
 * at once.
 *
 * <p>The dictionaries are Morfologik's: PoliMorf for Polish, the one of the dict_uk project for Ukrainian.
 */
final class Lemmas {

    private static final Supplier<Dictionary> POLISH = once("morfologik/stemming/polish/polish.dict");
    private static final Supplier<Dictionary> UKRAINIAN = once("ua/net/nlp/ukrainian.dict");
    /** Longer ones are no words. */
    private static final int LONGEST = 60;
    /** Shorter ones are abbreviations ({@code T} for a ton) or hold sentences together. */
    private static final int SHORTEST = 3;
    /**
     * Of the words that a form may belong to: nouns before adjectives before verbs, as news are about things; words with
     * a singular, the form itself ({@code Київ}, not the cues, {@code київ}), and longer ones first. What decides last
     * only has to decide the same each time.
     */
    private static final Comparator<Entry> LIKELIEST = Comparator.comparingInt(Entry::kind)
            .thenComparing(Entry::pluralOnly).thenComparing(entry -> !entry.isItsForm())
            .thenComparing(entry -> -entry.lemma().length()).thenComparing(Entry::isName).thenComparing(Entry::lemma);

    private final DictionaryLookup dictionary;
    private final LightEndings endings;
    private final Locale locale;

    private Lemmas(Dictionary dictionary, LightEndings endings, Locale locale) {
        this.dictionary = new DictionaryLookup(dictionary);
        this.endings = endings;
        this.locale = locale;
    }

    static Lemmas polish() {
        return new Lemmas(POLISH.get(), LightEndings.POLISH, Locale.forLanguageTag("pl"));
    }

    static Lemmas ukrainian() {
        return new Lemmas(UKRAINIAN.get(), LightEndings.UKRAINIAN, Locale.forLanguageTag("uk"));
    }

    /** The stem of a word in lower case; accents stay. */
    String stem(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST
                || !word.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'')) {
            return word;
        }
        return lemma(word).map(endings::cutLemma).orElseGet(() -> endings.cut(word));
    }

    private Optional<String> lemma(String word) {
        String name = word.substring(0, 1).toUpperCase(locale) + word.substring(1);
        // The Polish dictionary has names in capitals, the Ukrainian one all forms in lower case.
        Optional<Entry> likeliest = Stream.of(word, name)
                .flatMap(form -> dictionary.lookup(form).stream()).map(data -> Entry.of(data, word)).min(LIKELIEST);
        return likeliest.map(entry -> entry.lemma().toLowerCase(locale));
    }

    /** A word that a form belongs to, and its grammar as the dictionary notes it: {@code subst:sg:gen:f}. */
    private record Entry(String form, String lemma, String tag) {

        static Entry of(WordData data, String form) {
            return new Entry(form, data.getStem().toString(), data.getTag() == null ? "" : data.getTag().toString());
        }

        int kind() {
            if (tag.startsWith("noun") || tag.startsWith("subst") || tag.startsWith("depr")) {
                return 0;
            }
            if (tag.startsWith("adj")) {
                return 1;
            }
            boolean verb = List.of("verb", "ppas", "pact", "ger", "imps", "pcon").stream().anyMatch(tag::startsWith);
            boolean command = tag.contains(":impr") || tag.contains(":impt");
            return !verb ? 4 : command ? 3 : 2;
        }

        boolean pluralOnly() {
            return tag.contains(":ns") || tag.endsWith(":p2") || tag.endsWith(":p3") || tag.endsWith(":p1");
        }

        boolean isItsForm() {
            return lemma.equalsIgnoreCase(form);
        }

        boolean isName() {
            return !lemma.isEmpty() && Character.isUpperCase(lemma.charAt(0));
        }
    }

    private static Supplier<Dictionary> once(String resource) {
        return new Supplier<>() {
            private Optional<Dictionary> read = Optional.empty();

            @Override
            public synchronized Dictionary get() {
                if (read.isEmpty()) {
                    read = Optional.of(read(resource));
                }
                return read.get();
            }
        };
    }

    private static Dictionary read(String resource) {
        try {
            return Dictionary.read(Lemmas.class.getClassLoader().getResource(resource));
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary " + resource + " in the program's jar cannot be read", e);
        }
    }
}
