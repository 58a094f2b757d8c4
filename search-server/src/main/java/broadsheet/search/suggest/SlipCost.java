package broadsheet.search.suggest;

/**
 * How unlikely it is that one word was typed for another: Damerau's edits (a letter too many, too few, another, two
 * swapped). Each costs 1; those that fingers and memories make more often cost less, in the order of Kernighan, Church and
 * Gale 1990. A letter left out, or two swapped, can go wrong in one way only at each place, a wrong letter in 25: so
 * they cost less. The numbers put the most made slips and the most of Wikipedia's common misspellings right.
 */
final class SlipCost {

    private static final double NEIGHBOUR_KEY = 0.8;
    private static final double VOWEL = 0.75;
    private static final double DOUBLED = 0.6;
    private static final double LEFT_OUT = 0.65;
    private static final double LEFT_OUT_OF_TWO = 0.5;
    private static final double SWAP = 0.65;
    /** Added where the first letter is wrong, which people see. */
    private static final double FIRST = 0.4;
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private SlipCost() {}

    /** 0 for the same word; about 1 for each slip. */
    static double of(String typed, String meant) {
        double[][] cost = new double[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                cost[i][j] = i == 0 && j == 0 ? 0 : cheapest(cost, typed, meant, i, j);
            }
        }
        return cost[typed.length()][meant.length()];
    }

    private static double cheapest(double[][] cost, String typed, String meant, int i, int j) {
        double best = Double.MAX_VALUE;
        double first = Math.min(i, j) <= 1 ? FIRST : 0;
        if (i > 0) {
            best = Math.min(best, cost[i - 1][j] + (repeats(typed, i - 1) ? DOUBLED : 1 + (i == 1 ? FIRST : 0)));
        }
        if (j > 0) {
            best = Math.min(best, cost[i][j - 1]
                    + (repeats(meant, j - 1) ? LEFT_OUT_OF_TWO : LEFT_OUT + (j == 1 ? FIRST : 0)));
        }
        if (i > 0 && j > 0) {
            char a = typed.charAt(i - 1);
            char b = meant.charAt(j - 1);
            best = Math.min(best, cost[i - 1][j - 1] + (a == b ? 0 : replaced(a, b) + first));
        }
        if (i > 1 && j > 1 && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1)) {
            best = Math.min(best, cost[i - 2][j - 2] + SWAP + (Math.min(i, j) == 2 ? FIRST : 0));
        }
        return best;
    }

    private static boolean repeats(String word, int at) {
        return at > 0 && word.charAt(at) == word.charAt(at - 1);
    }

    private static double replaced(char a, char b) {
        if ("aeiouy".indexOf(a) >= 0 && "aeiouy".indexOf(b) >= 0) {
            return VOWEL;
        }
        return areNeighbours(a, b) ? NEIGHBOUR_KEY : 1;
    }

    private static boolean areNeighbours(char a, char b) {
        for (int row = 0; row < ROWS.length; row++) {
            int place = ROWS[row].indexOf(a);
            if (place >= 0) {
                for (int other = Math.max(0, row - 1); other <= Math.min(2, row + 1); other++) {
                    int there = ROWS[other].indexOf(b);
                    if (there >= 0 && Math.abs(there - place) <= 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
