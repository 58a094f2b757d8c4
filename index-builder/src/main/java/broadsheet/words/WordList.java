package broadsheet.words;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import morfologik.fsa.FSA;

/**
 * A list of words as a minimal automaton of Morfologik: words share their beginnings and their endings, so that a word
 * takes one to three bytes, in the file and in memory alike. A letter is one byte: ASCII as it is, Cyrillic letters
 * (U+0400 to U+047F) above it.
 */
final class WordList implements WordSet {

    private static final int NO_LETTER = -1;
    private static final int FIRST_CYRILLIC = 0x400;

    private final FSA automaton;
    private final int root;

    private WordList(FSA automaton) {
        this.automaton = automaton;
        this.root = automaton.getRootNode();
    }

    /** Reads a list that stands beside this class. */
    static WordList read(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new WordList(FSA.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + resource + " in the program's jar cannot be read", e);
        }
    }

    @Override
    public boolean contains(String word) {
        int node = root;
        int last = word.length() - 1;
        for (int i = 0; i <= last; i++) {
            int letter = letter(word.charAt(i));
            int arc = letter == NO_LETTER ? 0 : automaton.getArc(node, (byte) letter);
            if (arc == 0) {
                return false;
            }
            if (i == last) {
                return automaton.isArcFinal(arc);
            }
            if (automaton.isArcTerminal(arc)) {
                return false;
            }
            node = automaton.getEndNode(arc);
        }
        return false;
    }

    /** The byte of a letter, 0 to 255, or -1 where no list has that letter. */
    static int letter(char c) {
        if (c < 0x80) {
            return c;
        }
        return c >= FIRST_CYRILLIC && c < FIRST_CYRILLIC + 0x80 ? c - FIRST_CYRILLIC + 0x80 : NO_LETTER;
    }
}
