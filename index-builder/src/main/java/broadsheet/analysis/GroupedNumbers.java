package broadsheet.analysis;

/**
 * Numbers whose digits stand in groups of three: {@code 10,000}, {@code 10.000} and {@code 10’000} are 10000, each as
 * its country writes it; so are India's {@code 1,00,000}. Decimals are none: {@code 9,90}, {@code 0.125}, {@code 1.2.345}.
 */
final class GroupedNumbers {

    private GroupedNumbers() {}

    /** The text with its first number in one piece; the same object where that has no groups. */
    static String joined(String text) {
        int start = 0;
        while (start < text.length() && !isDigit(text, start)) {
            start++;
        }
        int end = digitsEnd(text, start);
        if (end == start || end - start > 3 || text.charAt(start) == '0' || end + 3 >= text.length()) {
            return text;
        }
        char sign = text.charAt(end);
        int behind = groupsEnd(text, end, sign);
        if (!isGroupSign(sign) || behind == end || behind < text.length() && isAsBefore(text, behind, sign)) {
            return text;
        }
        String number = text.substring(start, behind).replace(String.valueOf(sign), "");
        return text.substring(0, start) + number + text.substring(behind);
    }

    /** A further point of the same kind, or a further digit: then it is a version or a date. */
    private static boolean isAsBefore(String text, int at, char sign) {
        return isDigit(text, at) || text.charAt(at) == sign && isDigit(text, at + 1);
    }

    private static int groupsEnd(String text, int from, char sign) {
        int at = from;
        boolean whole = false;
        while (at < text.length() && text.charAt(at) == sign) {
            int end = digitsEnd(text, at + 1);
            int digits = end - at - 1;
            whole = digits == 3;
            boolean indian = digits == 2 && sign == ',' && end < text.length() && text.charAt(end) == sign;
            if (!whole && !indian) {
                return from;
            }
            at = end;
        }
        return whole ? at : from;
    }

    private static boolean isGroupSign(char c) {
        return c == ',' || c == '.' || c == '\'' || c == '’';
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
