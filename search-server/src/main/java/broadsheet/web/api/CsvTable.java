package broadsheet.web.api;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A search as a table (RFC 4180): a header line, one line a hit, CRLF at the ends, several values apart by {@code "; "}. */
public final class CsvTable {

    public static final String TYPE = "text/csv; charset=utf-8; header=present";
    /** What a formula begins with, in either width, and what some programs drop in front of one. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private static final String HEADER = "id,url,title,date,updated,authors,categories,tags,lang,words,excerpt\r\n";

    private CsvTable() {}

    public static String of(Feed feed) {
        StringBuilder out = new StringBuilder(HEADER);
        for (Hit hit : feed.response().hits()) {
            PostView post = hit.post();
            List<String> cells = List.of(post.id(), feed.address(post), post.title(), time(post.date(), feed),
                    time(post.updated(), feed), list(post.authors()), list(post.categories()), list(post.tags()),
                    post.lang(),
                    String.valueOf(post.words()), post.excerpt());
            out.append(String.join(",", cells.stream().map(CsvTable::cell).toList())).append("\r\n");
        }
        return out.toString();
    }

    private static String time(Optional<Instant> time, Feed feed) {
        return time.map(feed::time).orElse("");
    }

    private static String list(List<String> values) {
        return String.join("; ", values);
    }

    /**
     * The text in quotes where it must be. Spreadsheets run a cell that begins like a formula, whatever the quotes say,
     * so such a text gets an apostrophe in front (OWASP, "CSV injection").
     */
    public static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
