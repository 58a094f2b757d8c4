package broadsheet.post.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks ahead in a source for the ends of things. It remembers what it found last for each mark, so that looking for
 * the same end from many beginnings costs one walk over the source and not one each.
 */
final class Seeker {

    private final String source;
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<Integer, Integer> ticks = new HashMap<>();

    Seeker(String source) {
        this.source = source;
    }

    /** Where {@code mark} stands next, from {@code from} on; -1 when nowhere. */
    int find(String mark, int from) {
        Integer known = found.get(mark);
        if (known != null && (known >= from || known < 0)) {
            return known;
        }
        int next = source.indexOf(mark, from);
        found.put(mark, next);
        return next;
    }

    /** Where {@code mark} stands next, unless {@code stop} stands before it. */
    int findBefore(String mark, String stop, int from) {
        int end = find(mark, from);
        int other = find(stop, from);
        return other >= 0 && other < end ? -1 : end;
    }

    /** Offset of the line break that ends the line of {@code from}, or the source's length. */
    int lineEnd(int from) {
        int end = find("\n", from);
        return end < 0 ? source.length() : end;
    }

    /** Where the tag that ends {@code tag} begins; -1 when there is none. */
    int endTagStart(TemplateTag tag, int from) {
        Matcher matcher = endOf(tag).matcher(source);
        return isNowhere(tag, from) || !matcher.find(from) ? nowhere(tag) : matcher.start();
    }

    /** Offset behind the tag that ends {@code tag}; -1 when there is none. */
    int endTag(TemplateTag tag, int from) {
        Matcher matcher = endOf(tag).matcher(source);
        return isNowhere(tag, from) || !matcher.find(from) ? nowhere(tag) : matcher.end();
    }

    private boolean isNowhere(TemplateTag tag, int from) {
        return found.getOrDefault("end of " + tag.name(), 0) < 0 || from > source.length();
    }

    private int nowhere(TemplateTag tag) {
        found.put("end of " + tag.name(), -1);
        return -1;
    }

    private static Pattern endOf(TemplateTag tag) {
        String name = Pattern.quote(tag.name());
        return Pattern.compile(tag.isLiquid()
                ? "\\{%-?\\s{0,9}end" + name + "\\s{0,9}-?%\\}"
                : "\\{\\{[<%]\\s{0,9}/\\s{0,9}" + name + "\\s{0,9}[%>]\\}\\}");
    }

    /**
     * Where the run of {@code count} backticks that closes the one at {@code start} begins, in the same paragraph; or
     * -1.
     */
    int closingTicks(int start, int count) {
        int from = start + count;
        if (ticks.getOrDefault(count, 0) > from) {
            return -1;
        }
        int paragraph = find("\n\n", from);
        int end = paragraph < 0 ? source.length() : paragraph;
        for (int i = source.indexOf('`', from); i >= 0 && i < end; i = source.indexOf('`', i)) {
            int run = i;
            while (i < source.length() && source.charAt(i) == '`') {
                i++;
            }
            if (i - run == count) {
                return run;
            }
        }
        ticks.put(count, end);
        return -1;
    }
}
