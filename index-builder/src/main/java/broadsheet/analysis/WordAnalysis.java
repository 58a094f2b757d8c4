package broadsheet.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * From a word as it stands in a text to the forms that are indexed, for one language. Remembers what it has seen: a
 * news archive has a hundred words for each different one. Not for several threads at once.
 */
public final class WordAnalysis {

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
        WordForms known = seen.get(buffer, offset, length);
        return known == WordForms.UNKNOWN ? learn(buffer, offset, length) : known;
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

    private WordForms make(String written) {
        String word = joined(written);
        if (isLowerAscii(word)) {
            BytesRef exact = new BytesRef(word);
            boolean letters = hasLower(word);
            return new WordForms(seen.size(), exact, letters ? new BytesRef(stem(word)) : exact, WordForms.NONE,
                    WordForms.NONE, WordForms.NONE, letters);
        }
        if (isCapitalized(word)) {
            char[] lower = word.toLowerCase(Locale.ROOT).toCharArray();
            return forms(lower, 0, lower.length);
        }
        String plain = plain(word);
        String exact = Accents.folded(plain);
        String accented = exact.equals(plain) ? "" : WordForms.ACCENTED + plain;
        String stem = simplified(stem(withoutPossessive(WordForms.straight(word))));
        return new WordForms(seen.size(), new BytesRef(exact), new BytesRef(stem),
                accented.isEmpty() ? WordForms.NONE : new BytesRef(accented), restored(plain, exact, stem),
                acronym(withoutPossessive(WordForms.straight(word))), hasLower(word));
    }

    /**
     * One piece for {@code U.K.} and {@code 10,000}. {@code a.m.} stays what it is, as {@code am} says nothing; capitals
     * are found by their acronym.
     */
    private String joined(String written) {
        if (written.indexOf('.') < 0 && !Character.isDigit(written.charAt(0))) {
            return written;
        }
        String bare = withoutPossessive(WordForms.straight(written));
        String letters = DottedWords.joined(bare);
        boolean says = !stopWords.contains(letters.toLowerCase(Locale.ROOT))
                || letters.equals(letters.toUpperCase(Locale.ROOT));
        return letters.equals(bare) || !says ? GroupedNumbers.joined(written) : letters;
    }

    /** Traditional Chinese characters and simplified ones have one stem. Japanese makes differences between them. */
    String simplified(String stem) {
        return language.code().equals("ja") ? stem : ChineseVariants.simplified(stem);
    }

    /** A word that differs from a plain one by its first letter alone; in Turkish that is another letter. */
    private boolean isCapitalized(String word) {
        return word.length() > 1 && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z' && !language.code().equals("tr")
                && !language.code().equals("az") && isLowerAscii(word.substring(1)) && hasLower(word);
    }

    /** Most words are such, and have no other forms than their stem. */
    private static boolean isLowerAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Lower case, straight apostrophes, without the article or possessive that clings to the word. */
    private String plain(String word) {
        String lower = withoutPossessive(WordForms.straight(word).toLowerCase(Locale.ROOT)).replace('ё', 'е');
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
            return Accents.folded(found.isEmpty() ? word.toLowerCase(Locale.ROOT) : found);
        } catch (IOException e) {
            throw new UncheckedIOException("a stemmer without files failed", e);
        }
    }

    /** English 's; in other languages an s behind an apostrophe is a plural or part of the word. */
    private String withoutPossessive(String word) {
        int end = word.length();
        boolean possessive = (language.code().equals("en") || language.code().equals("xx")) && end > 2
                && word.charAt(end - 2) == '\'' && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'S');
        return possessive ? word.substring(0, end - 2) : word;
    }

    /**
     * How a word is found that was typed without its accents or apostrophe, where it then has another stem: the typed
     * form and the stem. {@code eleicoes} is no form that the Portuguese stemmer knows, {@code eleições} is.
     */
    private BytesRef restored(String plain, String exact, String stem) {
        String bare = withoutApostrophe(exact);
        return bare.equals(plain) || stem(bare).equals(stem)
                ? WordForms.NONE
                : new BytesRef(WordForms.restored(bare) + stem);
    }

    /** {@code oneill} is O'Neill, but {@code well} is not we'll; in Ukrainian an apostrophe is a letter's part. */
    private String withoutApostrophe(String word) {
        int apostrophe = word.indexOf('\'');
        boolean part = language.code().equals("uk") || !WordForms.isContracted(word.substring(apostrophe + 1));
        return apostrophe > 0 && part ? word.replace("'", "") : word;
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
