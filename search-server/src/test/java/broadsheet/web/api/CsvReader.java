package broadsheet.web.api;

import java.util.ArrayList;
import java.util.List;

/** Reads a table strictly by the grammar of RFC 4180, section 2; anything else fails. */
final class CsvReader {

    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    /** The rows with their cells, without quotes. */
    static List<List<String>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (take(",")) {
            cells.add(cell());
        }
        if (!take("\r\n")) {
            throw new IllegalArgumentException("expected a comma or CRLF at " + at);
        }
        return cells;
    }

    private String cell() {
        if (!take("\"")) {
            int start = at;
            while (at < text.length() && ",\"\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        StringBuilder cell = new StringBuilder();
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("a quoted cell does not end");
            }
            cell.append(text, at, quote);
            at = quote + 1;
            if (!take("\"")) {
                return cell.toString();
            }
            cell.append('"');
        }
    }

    private boolean take(String expected) {
        boolean here = text.startsWith(expected, at);
        at += here ? expected.length() : 0;
        return here;
    }
}
