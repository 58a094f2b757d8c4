package broadsheet.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was compared, by kind, and keeps the first differences. */
final class Report {

    /** Differences that are shown whole; the counts go on. */
    private static final int SHOWN = 40;
    private static final int SHOWN_OF_A_KIND = 3;
    private static final int CHARS_BEFORE = 60;
    private static final int CHARS_BEHIND = 160;

    private final String title;
    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    /** Of one kind. */
    private static final class Count {
        private long compared;
        private long different;
        private long unsteady;
    }

    Report(String title) {
        this.title = title;
    }

    /** Adds a line that is no comparison. */
    void note(String line) {
        notes.add(line);
    }

    /** Notes two texts of a kind. */
    void compare(String kind, String what, String before, String after) {
        if (before.equals(after)) {
            equal(kind);
        } else {
            different(kind, what, before, after);
        }
    }

    void equal(String kind) {
        count(kind).compared++;
    }

    /** The first of a kind are shown from where they part. */
    void different(String kind, String what, String before, String after) {
        Count count = count(kind);
        count.compared++;
        count.different++;
        show(count.different, kind + ": " + what + "\n" + parting(before, after));
    }

    /** Notes two answers that were equal only when both were asked again. */
    void unsteady(String kind, String what, String before, String after) {
        Count count = count(kind);
        count.compared++;
        count.unsteady++;
        show(count.unsteady, kind + ", equal when asked again: " + what + "\n" + parting(before, after));
    }

    private Count count(String kind) {
        return counts.computeIfAbsent(kind, key -> new Count());
    }

    /** Notes two sets of facts, each {@code kind TAB name} with what is there. */
    void compare(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            int tab = key.indexOf('\t');
            compare(key.substring(0, tab), key.substring(tab + 1), before.getOrDefault(key, "(absent)"),
                    after.getOrDefault(key, "(absent)"));
        }
    }

    private void show(long ofItsKind, String text) {
        if (shown.size() < SHOWN && ofItsKind <= SHOWN_OF_A_KIND) {
            shown.add(text);
        }
    }

    /** Both texts around the first character in which they differ. */
    static String parting(String before, String after) {
        int at = 0;
        while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return "  before: " + around(before, at) + "\n  after:  " + around(after, at);
    }

    private static String around(String text, int at) {
        String part = text.substring(Math.max(0, at - CHARS_BEFORE), Math.min(text.length(), at + CHARS_BEHIND));
        return "(" + at + ") " + part.replace("\n", "\\n");
    }

    long compared() {
        return counts.values().stream().mapToLong(count -> count.compared).sum();
    }

    long different() {
        return counts.values().stream().mapToLong(count -> count.different).sum();
    }

    long unsteady() {
        return counts.values().stream().mapToLong(count -> count.unsteady).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "%n%s: %,d compared, %,d different, %,d equal when asked again%n", title, compared(), different(),
                unsteady()));
        notes.forEach(note -> text.append("  ").append(note).append('\n'));
        counts.forEach((kind, count) -> text.append(String.format(Locale.ROOT, "  %-34s %,10d %,8d %,6d%n", kind,
                count.compared, count.different, count.unsteady)));
        shown.forEach(difference -> text.append(difference).append('\n'));
        return text.toString();
    }
}
