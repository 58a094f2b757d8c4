package broadsheet.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * From a word as it stands in a text to the forms that are indexed, for one language. Remembers what it has seen: a
 * news archive has a hundred words for each different one. Not for several threads at once.
 */
final class WordAnalysis {

    /** Enough for the words of a large archive; about 20 MB when full. Past it the memory starts anew. */
    private static final int REMEMBERED = 100_000;

    private final Language language;
    private final CharArraySet stopWords;
    private final OneToken token = new OneToken();
    private final TokenStream stems;
    private final CharTermAttribute stem;
    private final WordMemory seen = new WordMemory(REMEMBERED);

    WordAnalysis(Language language) {
        this.language = language;
        this.stopWords = language.stopWords().get();
        this.stems = language.stemming().apply(token);
        this.stem = stems.getAttribute(CharTermAttribute.class);
    }

    /** The forms of a word, as a tokenizer gives it. */
    WordForms forms(char[] buffer, int offset, int length) {
        return seen.get(buffer, offset, length).orElseGet(() -> learn(buffer, offset, length));
    }

    private WordForms learn(char[] buffer, int offset, int length) {
        WordForms made = make(new String(buffer, offset, length));
        seen.put(buffer, offset, length, made);
        return made;
    }

    /** Whether a word (as a tokenizer gives it) is a stop word of the language. */
    boolean isStopWord(String word) {
        return stopWords.contains(plain(word));
    }

    private WordForms make(String word) {
        String plain = plain(word);
        String exact = fold(plain);
        String accented = exact.equals(plain) ? "" : WordForms.ACCENTED + plain;
        return new WordForms(seen.size(), new BytesRef(exact), new BytesRef(stem(withoutPossessive(straight(word)))),
                accented.isEmpty() ? WordForms.NONE : new BytesRef(accented), acronym(word), hasLower(word));
    }

    /** Lower case, straight apostrophes, without the article or possessive that clings to the word. */
    private String plain(String word) {
        String lower = withoutPossessive(straight(word).toLowerCase(Locale.ROOT)).replace('ё', 'е');
        int apostrophe = lower.indexOf('\'');
        if (apostrophe > 0 && apostrophe + 1 < lower.length()
                && language.elided().contains(lower.substring(0, apostrophe))) {
            return lower.substring(apostrophe + 1);
        }
        return lower;
    }

    private String stem(String word) {
        try {
            token.set(word);
            stems.reset();
            String found = stems.incrementToken() ? stem.toString() : word.toLowerCase(Locale.ROOT);
            stems.end();
            stems.close();
            return fold(found.isEmpty() ? word.toLowerCase(Locale.ROOT) : found);
        } catch (IOException e) {
            throw new UncheckedIOException("a stemmer without files failed", e);
        }
    }

    private static String straight(String word) {
        return word.indexOf('’') < 0 && word.indexOf('＇') < 0 && word.indexOf('ʼ') < 0
                ? word
                : word.replace('’', '\'').replace('＇', '\'').replace('ʼ', '\'');
    }

    /** English 's; in other languages an s behind an apostrophe is a plural or part of the word. */
    private String withoutPossessive(String word) {
        int end = word.length();
        boolean possessive = (language.code().equals("en") || language.code().equals("xx")) && end > 2
                && word.charAt(end - 2) == '\'' && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'S');
        return possessive ? word.substring(0, end - 2) : word;
    }

    private static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                char[] in = text.toCharArray();
                char[] out = new char[4 * in.length];
                int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
                return new String(out, 0, length);
            }
        }
        return text;
    }

    private static BytesRef acronym(String word) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isUpperCase(c) || Character.isDigit(c) && i > 0) {
                letters.append(c);
            } else if (c != '.' || i == 0) {
                return WordForms.NONE;
            }
        }
        boolean short2to6 = letters.length() >= 2 && letters.length() <= 6;
        return short2to6 && Character.isUpperCase(letters.charAt(1))
                ? new BytesRef(WordForms.ACRONYM + letters.toString())
                : WordForms.NONE;
    }

    private static boolean hasLower(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A stream of the one token that it was last given. */
    private static final class OneToken extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";
        private boolean given = true;

        void set(String value) {
            word = value;
            given = false;
        }

        @Override
        public boolean incrementToken() {
            if (given) {
                return false;
            }
            clearAttributes();
            term.append(word);
            given = true;
            return true;
        }
    }
}
