package broadsheet.post;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a post file says. Source: Jekyll 4.3.1, {@code Document::DATE_FILENAME_MATCHER} and
 * {@code populate_title}.
 *
 * @param base without folder and extension: {@code 2024-03-01-sea-wall}
 * @param date as written, {@code 2024-03-01}; empty when there is none
 * @param slug without the date and dots at its end: {@code sea-wall}
 * @param extension as written, with its dot: {@code .md}; empty when there is none
 */
record FileName(String base, String date, String slug, String extension) {

    private static final Pattern DATED = Pattern.compile("(\\d{2,4}-\\d{1,2}-\\d{1,2})-(.*)", Pattern.DOTALL);

    /** The parts of the last name in this path. */
    static FileName of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && dot < name.length() - 1 ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - extension.length());
        Matcher dated = DATED.matcher(base);
        boolean hasDate = dated.matches();
        return new FileName(base, hasDate ? dated.group(1) : "", withoutDots(hasDate ? dated.group(2) : base),
                extension);
    }

    private static String withoutDots(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The slug's words, each with a capital: {@code Sea Wall}. What Jekyll shows where a post has no title. */
    String words() {
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
