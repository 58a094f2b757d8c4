package broadsheet.post.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of a template language.
 *
 * @param name {@code include}; empty when none could be read
 * @param isLiquid {@code {% %}}; otherwise a shortcode of Hugo
 * @param isClosing an end tag
 * @param shown the arguments made for readers, one paragraph each: captions, alternative texts. Only the site's own
 *     template knows which of them stand on the page as text
 */
record TemplateTag(String name, boolean isLiquid, boolean isClosing, String shown) {

    private static final Pattern NAME = Pattern.compile("\\s*-?\\s*(/?)\\s*([\\w.-]*)");
    /** Names under which templates take text for the page. */
    private static final Pattern SHOWN = Pattern.compile(
            "\\b(?:caption|alt|title|quote|summary|heading|text|attribution|[qa]\\d{1,3})\\s*[=:]\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern RAW = Pattern.compile(
            "\\{%-?\\s{0,9}(?:end)?raw\\s{0,9}-?%\\}|\\{%-?\\s{0,9}comment\\s{0,9}-?%\\}.{0,2000}?\\{%-?\\s{0,9}endcomment\\s{0,9}-?%\\}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Set<String> CONTROL = Set.of("assign", "if", "elsif", "elseif", "else", "endif", "unless",
            "endunless", "for", "endfor", "case", "when", "endcase", "capture", "endcapture", "raw", "endraw", "set",
            "endset", "block", "endblock", "break", "continue", "increment", "decrement", "cycle", "extends", "import",
            "from", "macro", "endmacro", "comment", "endcomment", "verbatim", "endverbatim");
    private static final Set<String> ALTERNATIVES = Set.of("else", "elsif", "elseif", "when");
    private static final Set<String> CODE = Set.of("highlight", "codeblock", "prism", "code");

    /**
     * @param inside what stands between the tag's marks
     * @param liquid whether the marks are Liquid's
     */
    static TemplateTag of(String inside, boolean liquid) {
        Matcher m = NAME.matcher(inside);
        boolean named = m.lookingAt();
        String name = named ? m.group(2) : "";
        boolean liquidEnd = liquid && name.startsWith("end");
        return new TemplateTag(name, liquid, liquidEnd || named && !m.group(1).isEmpty(),
                liquidEnd || CONTROL.contains(name) ? "" : shown(name, inside.substring(m.end())));
    }

    boolean isComment() {
        return name.equals("comment") && !isClosing;
    }

    /** Wraps text that shows tags as they stand. */
    boolean isRaw() {
        return isLiquid && name.equals("raw");
    }

    /** Parts what is shown from what is shown instead. */
    boolean isAlternative() {
        return isLiquid && ALTERNATIVES.contains(name);
    }

    /** Wraps code, which is shown as it stands. */
    boolean isCode() {
        return CODE.contains(isLiquid && isClosing ? name.substring(3) : name);
    }

    /** Puts nothing on the page by itself. */
    boolean isControl() {
        return isClosing || isLiquid && CONTROL.contains(name);
    }

    /** Even within code, Liquid takes its raw tags and comments out. */
    static String withoutRaw(String code) {
        return code.contains("{%") ? RAW.matcher(code).replaceAll("") : code;
    }

    private static String shown(String name, String arguments) {
        List<String> values = new ArrayList<>();
        Matcher named = SHOWN.matcher(arguments);
        while (named.find()) {
            values.add(value(named));
        }
        if (values.isEmpty() && name.startsWith("image")) {
            Matcher quoted = QUOTED.matcher(arguments);
            while (quoted.find()) {
                values.add(value(quoted));
            }
            values.removeIf(value -> !value.strip().contains(" "));
        }
        values.removeIf(String::isBlank);
        return String.join(String.valueOf(SourceSigns.UNSEEN), values);
    }

    private static String value(Matcher matcher) {
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
