package broadsheet.search;

/**
 * Guesses from a request alone, before any work, whether it is one of the dear ones: words that stand for many, signs
 * of nearness, long texts, explanations. One such search takes as long as twenty plain ones, and most of what people
 * type is plain. A wrong guess costs a place in the other queue, no more.
 */
final class Price {

    /** In points: a plain query of four words has one. */
    private static final double DEAR = 8;
    private static final int LONGEST = 2_000;

    private Price() {}

    static boolean isDear(SearchRequest request) {
        double points = request.explain() ? 4 : 0;
        points += request.size() > 50 ? 4 : 0;
        points += request.page() * (long) request.size() > 1_000 ? 4 : 0;
        points += request.syntax() == SearchRequest.Syntax.LUCENE ? 4 : 0;
        return points + ofText(request.text()) >= DEAR;
    }

    private static double ofText(String text) {
        double points = 0;
        boolean before = false;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char sign = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(sign);
            points += letter && !before ? .25 + ofWord(text, i) : 0;
            // Each character of a text without spaces is a word or half of one.
            points += Character.isIdeographic(sign) ? .1 : 0;
            points += switch (sign) {
                case '*', '?', '~', '\uFF0A', '\uFF1F' -> 2;
                case '/' -> isNearness(text, i) ? 3 : 0;
                default -> 0;
            };
            before = letter;
        }
        return points;
    }

    /** {@code a /p b} and {@code a NEAR/5 b}, not 24/7 and no address. */
    private static boolean isNearness(String text, int slash) {
        char before = slash == 0 ? 'x' : text.charAt(slash - 1);
        boolean number = slash + 1 < text.length() && Character.isDigit(text.charAt(slash + 1));
        return Character.isWhitespace(before) || Character.isSpaceChar(before)
                || number && Character.isUpperCase(before);
    }

    /** {@code a NEAR5 b}, {@code a ADJ5 b}, {@code a PRE5 b}. */
    private static double ofWord(String text, int at) {
        int name = text.startsWith("NEAR", at) ? 4 : text.startsWith("ADJ", at) || text.startsWith("PRE", at) ? 3 : 0;
        boolean number = name > 0 && at + name < text.length() && Character.isDigit(text.charAt(at + name));
        return number ? 3 : 0;
    }
}
