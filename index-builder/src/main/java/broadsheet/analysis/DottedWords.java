package broadsheet.analysis;

/**
 * Words with points between their letters. Where no part has more than two letters they are short for something, and
 * one word however they are written: {@code U.K.} is UK, {@code Ph.D.} PhD, {@code J. R. R.} JRR. Others are names made
 * of words, {@code Node.js}, {@code booking.com}, and each of these is a word of its own.
 */
final class DottedWords {

    private static final int LONGEST_PART = 2;

    private DottedWords() {}

    /**
     * Where the first word in a run of letters with points ends.
     *
     * @return {@code end} where all is one word
     */
    static int firstEnd(char[] text, int start, int end) {
        int point = start;
        int part = start;
        int first = end;
        boolean isShort = true;
        while (point < end) {
            if (text[point] == '.' && point > start && Character.isLetter(text[point - 1])) {
                isShort &= point - part <= LONGEST_PART;
                first = Math.min(first, point);
                part = point + 1;
            }
            isShort &= text[point] == '.' || Character.isLetter(text[point]);
            point++;
        }
        return first == end || isShort && end - part <= LONGEST_PART ? end : first;
    }

    /** Letters with points between them, also spaces behind these, in one piece; any other word as it is. */
    static String joined(String word) {
        if (word.indexOf('.') <= 0) {
            return word;
        }
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) {
                letters.append(c);
            } else if (c != '.' && !Character.isWhitespace(c)) {
                return word;
            }
        }
        return letters.toString();
    }

    /** Whether a word, or what stands at its end behind a space, is one capital: an initial, when a point follows. */
    static boolean endsInInitial(char[] text, int start, int end) {
        return Character.isUpperCase(text[end - 1]) && (end - 1 == start || Character.isWhitespace(text[end - 2]));
    }
}
