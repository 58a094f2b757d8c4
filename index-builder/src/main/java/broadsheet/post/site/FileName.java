package broadsheet.post.site;

import java.util.Locale;

/**
 * The parts of the name of a post file. Source: Jekyll 4.3.1, {@code Document::DATE_FILENAME_MATCHER} and
 * {@code populate_title}.
 *
 * @param base without folder and extension: {@code 2024-03-01-sea-wall}
 * @param date as written, {@code 2024-03-01}; empty when there is none
 * @param slug without the date and dots at its end: {@code sea-wall}
 * @param extension as written, with its dot: {@code .md}; empty when there is none
 */
public record FileName(String base, String date, String slug, String extension) {

    /** The parts of the last name in this path. */
    public static FileName of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && dot < name.length() - 1 ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - extension.length());
        int end = dateEnd(base);
        return new FileName(base, base.substring(0, Math.max(end, 0)), withoutDots(base.substring(end + 1)), extension);
    }

    /** Where the date ends that a name begins with, two to four digits, one or two, one or two; -1 for none. */
    private static int dateEnd(String base) {
        int year = digitsEnd(base, 0);
        int month = digitsEnd(base, year + 1);
        int day = digitsEnd(base, month + 1);
        boolean dated = year >= 2 && year <= 4 && isOneOrTwo(month - year - 1) && isOneOrTwo(day - month - 1);
        return dated ? day : -1;
    }

    private static boolean isOneOrTwo(int digits) {
        return digits == 1 || digits == 2;
    }

    /** Where the digits from {@code from} on end, if a hyphen follows; else beyond all that a date may have. */
    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '-' ? i : text.length() + 5;
    }

    private static String withoutDots(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The slug's words, each with a capital: {@code Sea Wall}. What Jekyll shows where a post has no title. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (String word : slug.split("[-_ ]+")) {
            if (!word.isEmpty()) {
                int first = word.offsetByCodePoints(0, 1);
                words.append(words.isEmpty() ? "" : " ")
                        .append(word.substring(0, first).toUpperCase(Locale.ROOT))
                        .append(word.substring(first));
            }
        }
        return words.toString();
    }
}
