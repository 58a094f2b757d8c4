package broadsheet.post.markup;

import java.util.regex.Pattern;

/**
 * Marks of Markdown that its rules do not read, left by a slip ({@code **Website: **}) or standing within HTML, where
 * Markdown is not read: nobody means them as text.
 */
final class StrayMarks {

    private static final String TARGET = "\\((?:(?:https?:|mailto:|/)[^()\n]{0,500}|[^()\\s]{0,500})\\)";
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\n]{0,300})\\]" + TARGET);
    private static final Pattern LINK_END = Pattern.compile("\\]" + TARGET);
    private static final Pattern STARS = Pattern
            .compile("(?<![\\p{L}\\p{N}*])\\*{2,4}(?!\\*)|(?<!\\*)\\*{2,4}(?![\\p{L}\\p{N}*])");

    private StrayMarks() {}

    /** The text without them; a double star within a word stays ({@code 2**8}). */
    static String clean(String text) {
        String clean = text.contains("](")
                ? LINK_END.matcher(LINK.matcher(text).replaceAll(" $1 ")).replaceAll(" ")
                : text;
        return clean.contains("**") ? STARS.matcher(clean).replaceAll("") : clean;
    }
}
