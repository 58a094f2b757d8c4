package broadsheet.query;

/**
 * The runs of word characters of a clean text: their ends, and their neighbours. Offsets are 0-based.
 */
record Runs(String text) {

    private static final String ENDS_WORD = " \"()|<>[]{}";

    /** Where the run of word characters ends; a comma or semicolon belongs to it only between digits: {@code 1,000}. */
    int endOfRun(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inNumber = i > 0 && Signs.isDigit(text.charAt(i - 1)) && i + 1 < text.length()
                    && Signs.isDigit(text.charAt(i + 1));
            if (ENDS_WORD.indexOf(c) >= 0 || (c == ',' || c == ';') && !inNumber || text.startsWith("&&", i)) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether a run has the ends of the text or one of the neighbours on both sides. */
    boolean standsAlone(int start, int end, String neighbours) {
        return (start == 0 || neighbours.indexOf(text.charAt(start - 1)) >= 0)
                && (end == text.length() || neighbours.indexOf(text.charAt(end)) >= 0);
    }

    /** Whether a quote or bracket opens here. */
    boolean opens(int offset) {
        return offset < text.length() && (text.charAt(offset) == '"' || text.charAt(offset) == '(');
    }

    /** Whether a space and then a word, quote or bracket follow, and no operator and no field. */
    boolean hasWordAfterSpace(int at) {
        if (at + 1 >= text.length() || text.charAt(at) != ' ') {
            return false;
        }
        String next = text.substring(at + 1, endOfRun(at + 1));
        String name = next.substring(0, Math.max(0, next.indexOf(':')));
        return opens(at + 1) || !next.isEmpty() && Signs.begins(next.codePointAt(0))
                && Operator.of(next).isEmpty() && FieldNames.of(name).isEmpty() && !DateTerm.isName(name);
    }
}
