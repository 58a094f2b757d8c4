package broadsheet.command.print;

import broadsheet.build.BuildReport;
import broadsheet.post.Problem;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a build did: in a line for people, in a document for programs. */
public final class ReportPrinter {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final double KIBI = 1024;

    private ReportPrinter() {}

    /**
     * {@code Indexed 812 posts in 3.2 s: 820 entries in 815 files (800 unchanged), 6 left out (4 draft, 2 future), 2
     * failed; generation 7, 5.2 MB}.
     */
    public static String summary(BuildReport report) {
        StringBuilder line = new StringBuilder(report.generation().isPresent() ? "Indexed " : "Read ");
        line.append(report.posts()).append(" posts in ")
                .append(String.format(Locale.ROOT, "%.1f s", report.millis() / 1000.0));
        line.append(": ").append(report.entries()).append(" entries in ").append(report.files()).append(" files");
        if (report.reused() > 0) {
            line.append(" (").append(report.reused()).append(" unchanged)");
        }
        line.append(", ").append(report.skipped()).append(" left out");
        if (report.skipped() > 0) {
            line.append(" (").append(String.join(", ", report.skippedBy().entrySet().stream()
                    .map(skip -> skip.getValue() + " " + skip.getKey()).toList())).append(")");
        }
        line.append(", ").append(report.failed()).append(" failed");
        report.generation().ifPresent(number -> line.append("; generation ").append(number).append(", ")
                .append(size(report.bytes())));
        return line.toString();
    }

    private static String size(long bytes) {
        if (bytes < KIBI * KIBI) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / KIBI);
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / KIBI / KIBI);
    }

    /** One document on one line. */
    public static String json(BuildReport report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("posts", report.posts()).put("skipped", report.skipped());
        problems(report, root.putArray("problems"));
        root.put("bytes", report.bytes()).put("millis", report.millis());
        root.put("files", report.files()).put("entries", report.entries()).put("failed", report.failed());
        root.put("scheduled", report.scheduled());
        ObjectNode skippedBy = root.putObject("skippedBy");
        report.skippedBy().forEach(skippedBy::put);
        root.put("reused", report.reused()).put("bytesRead", report.bytesRead());
        if (report.generation().isPresent()) {
            root.put("generation", report.generation().getAsLong());
        } else {
            root.putNull("generation");
        }
        return MAPPER.writeValueAsString(root);
    }

    private static void problems(BuildReport report, ArrayNode array) {
        for (Problem problem : report.problems()) {
            array.addObject().put("path", problem.path()).put("line", problem.line()).put("column", problem.column())
                    .put("severity", problem.severity().toString()).put("code", problem.code())
                    .put("message", problem.message());
        }
    }
}
