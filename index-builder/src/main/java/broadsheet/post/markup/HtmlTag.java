package broadsheet.post.markup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tag as it stands in a source.
 *
 * @param name lower case: {@code div}
 * @param closing {@code </div>}
 * @param attributes the text between name and {@code >}: {@code  class="x" hidden}
 * @param end offset behind the {@code >}
 */
record HtmlTag(String name, boolean closing, String attributes, int end) {

    private static final Pattern HIDDEN = Pattern.compile(
            "(?:^|\\s)(?:hidden(?=[\\s=/]|$)|style\\s*=\\s*[\"']?[^\"']*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden))",
            Pattern.CASE_INSENSITIVE);

    /**
     * The tag that begins with the {@code <} at {@code start}; empty where there is none. A {@code <} outside quotation
     * marks ends the attempt, which keeps the time linear.
     */
    static Optional<HtmlTag> at(String html, int start) {
        boolean closing = html.startsWith("/", start + 1);
        int from = start + (closing ? 2 : 1);
        int i = from;
        while (i < html.length() && isNamePart(html.charAt(i), i == from)) {
            i++;
        }
        if (i == from || i < html.length() && !isNameEnd(html.charAt(i))) {
            return Optional.empty();
        }
        int end = end(html, i);
        return end < 0
                ? Optional.empty()
                : Optional.of(new HtmlTag(html.substring(from, i).toLowerCase(Locale.ROOT), closing,
                        html.substring(i, end - 1), end));
    }

    boolean isHidden() {
        return attributes.length() > 5 && HIDDEN.matcher(attributes).find();
    }

    /** {@code <x/>}: means nothing in HTML, but shows that its author expected no end tag. */
    boolean isSelfClosed() {
        return attributes.endsWith("/");
    }

    /** The value of an attribute as written, or the empty string. */
    String attribute(String attribute) {
        Matcher m = Pattern.compile("(?:^|[\\s\"'/])" + attribute + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
                Pattern.CASE_INSENSITIVE).matcher(attributes);
        if (!m.find()) {
            return "";
        }
        return m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
    }

    private static int end(String html, int from) {
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return -1;
            }
            if ((c == '"' || c == '\'') && isValueStart(html, i)) {
                int close = html.indexOf(c, i + 1);
                i = close < 0 ? i : close;
            }
        }
        return -1;
    }

    /** A quotation mark counts only where a value may begin; elsewhere it is a slip of the author. */
    private static boolean isValueStart(String html, int i) {
        int k = i - 1;
        while (Character.isWhitespace(html.charAt(k))) {
            k--;
        }
        return html.charAt(k) == '=';
    }

    private static boolean isNamePart(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
                || !first && (c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_' || c == '.');
    }

    private static boolean isNameEnd(char c) {
        return c == '>' || c == '/' || Character.isWhitespace(c);
    }
}
