package broadsheet.words;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import morfologik.fsa.FSA;
import morfologik.fsa.builders.CFSA2Serializer;
import morfologik.fsa.builders.FSABuilder;

/**
 * Makes the lists that stand beside {@link KnownWords} from packages that {@code get-sources.sh} brings. NOTICE.txt beside
 * the lists names the packages, their versions and licences.
 *
 * <pre>
 * src/test/resources/broadsheet/words/get-sources.sh /some/folder
 * mvn test-compile; then, with the class path of the tests:
 * java -Xmx6g -cp ... broadsheet.words.WordFilesMaker /some/folder src/main/resources/broadsheet/words [english,spellings]
 * </pre>
 *
 * <p>The sizes were chosen on three English archives of news, with words of the two others that the third lacks, and with
 * words of the third spelt with one slip: WordListsBench prints the shares.
 */
final class WordFilesMaker {

    /** SCOWL's large list knows 97 % of absent words; the next size knows half a percent more and twice as many slips. */
    private static final int WORDS = 70;
    private static final int NAMES = 80;
    private static final int RARE_NAMES = 95;
    /** The 4,000 most frequent words: a rare name that is one slip away from one of them is more likely that word. */
    private static final int FREQUENT = 10;
    private static final int SHORTEST_FREQUENT = 4;
    private static final int SHORTEST_NAME = 3;

    private final Path sources;
    private final Path target;
    private final Scowl scowl;
    private final NameSources names;

    private WordFilesMaker(Path sources, Path target) {
        this.sources = sources;
        this.target = target;
        this.scowl = new Scowl(sources.resolve("scowl/usr/share/dict/scowl"));
        this.names = new NameSources(sources);
    }

    public static void main(String[] args) throws IOException {
        WordFilesMaker maker = new WordFilesMaker(Path.of(args[0]), Path.of(args[1]));
        Set<String> wanted = Set
                .of(args.length > 2 ? args[2].split(",") : new String[]{"english", "others", "spellings", "chinese"});
        if (wanted.contains("english")) {
            maker.makeEnglish();
        }
        if (wanted.contains("others")) {
            maker.makeOthers();
        }
        if (wanted.contains("spellings")) {
            maker.makeSpellings();
        }
        if (wanted.contains("chinese")) {
            maker.makeChinese();
        }
    }

    private void makeEnglish() throws IOException {
        Set<String> words = plain(scowl.words(WORDS, Scowl::defensible, "words").stream());
        Set<String> contractions = plain(scowl.words(WORDS, Scowl::defensible, "contractions").stream());
        words.addAll(contractions);
        write("words-en.fsa", words);

        Set<String> frequent = plain(scowl.words(FREQUENT, Scowl::defensible, "words").stream());
        frequent.removeIf(word -> word.length() < SHORTEST_FREQUENT);
        NearWords near = new NearWords(frequent);
        Set<String> known = wellKnownNames();
        Set<String> likely = likelyNames();
        Set<String> rare = new TreeSet<>(likely);
        rareNames().stream().filter(name -> !near.has(name)).forEach(rare::add);
        likely.stream().filter(name -> !near.has(name)).forEach(known::add);
        // Dont is a surname, yet who types it means don't.
        Set<String> slips = plain(contractions.stream().map(word -> word.replace("'", "")));
        slips.removeAll(words);
        known.removeAll(slips);
        rare.removeAll(slips);
        // Ford and Bush are English words, and names in all languages.
        rare.removeAll(words);
        rare.removeAll(known);
        write("names.fsa", known);
        write("rare-names.fsa", rare);
    }

    /** Names that stay whatever word they resemble. */
    private Set<String> wellKnownNames() throws IOException {
        Set<String> known = nameWords(
                scowl.words(60, Scowl::defensible, "upper", "proper-names", "abbreviations").stream());
        known.addAll(nameWords(names.surnames().stream().limit(2_000)));
        known.addAll(nameWords(names.givenNames(300).stream()));
        known.addAll(nameWords(NameSources.words(names.firms())));
        known.addAll(nameWords(NameSources.words(NameSources.unicode(Locale.ENGLISH))));
        known.addAll(nameWords(NameSources.words(NameSources.townsOfTimeZones())));
        known.addAll(nameWords(NameSources.words(names.towns(300_000))));
        known.addAll(nameWords(ownLines("names-by-hand.txt").stream().flatMap(line -> Stream.of(line.split(" +")))));
        return known;
    }

    private Set<String> likelyNames() {
        Set<String> likely = nameWords(scowl.words(NAMES, Scowl::defensible, "upper", "proper-names").stream());
        likely.addAll(nameWords(scowl.words(WORDS, Scowl::defensible, "abbreviations").stream()));
        likely.addAll(nameWords(names.surnames().stream().limit(10_000)));
        likely.addAll(nameWords(names.givenNames(Integer.MAX_VALUE).stream()));
        likely.addAll(nameWords(NameSources.words(names.towns(100_000))));
        return likely;
    }

    private Set<String> rareNames() {
        Set<String> rare = nameWords(scowl.words(RARE_NAMES, Scowl::defensible, "proper-names").stream());
        rare.addAll(nameWords(names.surnames().stream()));
        rare.addAll(nameWords(NameSources.words(names.people())));
        rare.addAll(nameWords(NameSources.words(names.towns(5_000))));
        return rare;
    }

    private void makeOthers() throws IOException {
        for (String language : List.of("fr", "es", "nl", "ru")) {
            Path folder = sources.resolve("dictionary-" + language);
            write(language,
                    taker -> HunspellForms.forEach(folder.resolve("index.aff"), folder.resolve("index.dic"), taker));
        }
        Path portugal = sources.resolve("hunspell-pt-pt/usr/share/hunspell");
        write("pt", taker -> {
            HunspellForms.forEach(portugal.resolve("pt_PT.aff"), portugal.resolve("pt_PT.dic"), taker);
            snowball("portuguese").forEach(taker);
        });
        write("de", taker -> snowball("german").forEach(taker));
        write("it", taker -> snowball("italian").forEach(taker));
    }

    /** The words that Snowball's stemmers are tested with. */
    private List<String> snowball(String language) {
        return lines(sources.resolve("snowball-data/usr/share/snowball/data").resolve(language).resolve("voc.txt"));
    }

    private void write(String language, Consumer<Consumer<String>> source) throws IOException {
        Set<String> words = new TreeSet<>();
        source.accept(word -> addPlain(word, words));
        NameSources.words(NameSources.unicode(Locale.forLanguageTag(language))).forEach(word -> addPlain(word, words));
        write("words-" + language + ".fsa", words);
    }

    private void makeSpellings() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("# Spellings of one English word, a group a line. Made by WordFilesMaker from SCOWL"
                        + " and from pairs written by hand."));
        lines.addAll(new SpellingPairs(scowl).groups(ownLines("spellings-by-hand.txt")));
        Files.write(target.resolve("spelling-variants.txt"), lines);
    }

    private void makeChinese() throws IOException {
        String script = Files.readString(sources.resolve("opencc-js/dist/esm-lib/dict/TSCharacters.js"));
        Map<Character, Character> pairs = new TreeMap<>();
        for (String pair : script.substring(script.indexOf('"') + 1, script.lastIndexOf('"')).split("\\|")) {
            if (pair.length() == 3 && pair.charAt(0) != pair.charAt(2)) {
                pairs.put(pair.charAt(0), pair.charAt(2));
            }
        }
        List<String> lines = new ArrayList<>(List
                .of("# A traditional Chinese character and its simplified form. Made by WordFilesMaker from OpenCC's"
                        + " TSCharacters."));
        pairs.forEach((from, to) -> lines.add(from.toString() + pairs.getOrDefault(to, to)));
        Files.write(target.resolveSibling("analysis").resolve("chinese-variants.txt"), lines);
    }

    private static Set<String> nameWords(Stream<String> names) {
        Set<String> plain = plain(names);
        plain.removeIf(name -> name.length() < SHORTEST_NAME);
        return plain;
    }

    private static Set<String> plain(Stream<String> words) {
        Set<String> plain = new TreeSet<>();
        words.forEach(word -> addPlain(word, plain));
        return plain;
    }

    /** Adds a word of letters; a possessive as its owner, a name with an apostrophe also without it. */
    private static void addPlain(String word, Set<String> words) {
        String plain = PlainLetters.of(word.strip()).replaceFirst("'s$", "").replaceFirst("\\.$", "");
        if (plain.matches("[\\p{L}]+('[\\p{L}]+)?") && plain.chars().allMatch(c -> WordList.letter((char) c) >= 0)) {
            words.add(plain);
            if (Character.isUpperCase(word.charAt(0))) {
                words.add(plain.replace("'", ""));
            }
        }
    }

    private void write(String file, Set<String> words) throws IOException {
        List<byte[]> sorted = new ArrayList<>();
        for (String word : words) {
            byte[] letters = new byte[word.length()];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = (byte) WordList.letter(word.charAt(i));
            }
            sorted.add(letters);
        }
        sorted.sort(FSABuilder.LEXICAL_ORDERING);
        FSA automaton = FSABuilder.build(sorted);
        try (OutputStream out = Files.newOutputStream(target.resolve(file))) {
            new CFSA2Serializer().serialize(automaton, out);
        }
        System.out.println(file + ": " + words.size() + " words, " + Files.size(target.resolve(file)) + " bytes");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** What the project's own people wrote down, among the tests. */
    private static List<String> ownLines(String file) throws IOException {
        try (var in = WordFilesMaker.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        }
    }
}
