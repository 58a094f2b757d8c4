package broadsheet.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;

/**
 * The words of a Morfologik dictionary, in which each form is followed by a separator and by how its lemma is made. Such a
 * dictionary has capitals and accents, a word is asked in {@linkplain PlainLetters plain letters}; so the walk through its
 * automaton tries each way of writing a letter: {@code strasse} finds {@code Straße}.
 */
final class DictionaryWords implements WordSet {

    /**
     * A way of writing one or more plain letters.
     *
     * @param plain what it stands for: {@code ss}
     * @param bytes in the dictionary's encoding: those of {@code ß}
     */
    private record Written(String plain, byte[] bytes) {}

    private static final int NOWHERE = -1;
    /** All plain letters are below. */
    private static final int LETTERS = 0x500;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz'абвгдежзийклмнопрстуфхцчшщъыьэюяєії";

    private final FSA automaton;
    private final byte separator;
    private final Written[][] small = new Written[LETTERS][];
    private final Written[][] capital = new Written[LETTERS][];

    private DictionaryWords(Dictionary dictionary, String marked) {
        this.automaton = dictionary.fsa;
        this.separator = dictionary.metadata.getSeparator();
        Charset encoding = Charset.forName(dictionary.metadata.getEncoding());
        fill(small, PLAIN + marked, encoding.newEncoder());
        fill(capital, (PLAIN + marked).toUpperCase(Locale.ROOT), encoding.newEncoder());
    }

    /** Puts each letter of an alphabet where the plain letters that it stands for begin. */
    private static void fill(Written[][] ways, String alphabet, CharsetEncoder encoding) {
        alphabet.chars().distinct().mapToObj(Character::toString).filter(encoding::canEncode).forEach(letter -> {
            String plain = PlainLetters.of(letter);
            Written[] before = ways[plain.charAt(0)] == null ? new Written[0] : ways[plain.charAt(0)];
            Written[] longer = Arrays.copyOf(before, before.length + 1);
            longer[before.length] = new Written(plain, letter.getBytes(encoding.charset()));
            ways[plain.charAt(0)] = longer;
        });
    }

    /**
     * Reads a dictionary from the class path; empty where it is not there.
     *
     * @param marked the letters that are not plain ones, in lower case: {@code äöüß}
     */
    static Optional<WordSet> read(String resource, String marked) {
        URL place = DictionaryWords.class.getClassLoader().getResource(resource);
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DictionaryWords(Dictionary.read(place), marked));
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary " + resource + " on the class path cannot be read", e);
        }
    }

    /** Words are in small letters, names begin with a capital, acronyms have only capitals. */
    @Override
    public boolean contains(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= LETTERS || small[word.charAt(i)] == null || capital[word.charAt(i)] == null) {
                return false;
            }
        }
        int root = automaton.getRootNode();
        return !word.isEmpty() && (contains(word, 0, root, small, small) || contains(word, 0, root, capital, small)
                || contains(word, 0, root, capital, capital));
    }

    private boolean contains(String word, int at, int node, Written[][] here, Written[][] further) {
        if (at == word.length()) {
            return automaton.getArc(node, separator) != 0;
        }
        for (Written written : here[word.charAt(at)]) {
            if (word.startsWith(written.plain(), at)) {
                int next = follow(node, written.bytes());
                if (next != NOWHERE && contains(word, at + written.plain().length(), next, further, further)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int follow(int from, byte[] bytes) {
        int node = from;
        for (byte letter : bytes) {
            int arc = automaton.getArc(node, letter);
            if (arc == 0 || automaton.isArcTerminal(arc)) {
                return NOWHERE;
            }
            node = automaton.getEndNode(arc);
        }
        return node;
    }
}
