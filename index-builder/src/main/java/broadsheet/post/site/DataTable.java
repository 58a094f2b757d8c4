package broadsheet.post.site;

import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as text (CSV, RFC 4180, or with tabs) as Jekyll reads it: a list of maps by the names of the first line. */
final class DataTable {

    private final String text;
    private final char between;
    private int at;
    private int line = 1;

    private DataTable(String text, char between) {
        this.text = text;
        this.between = between;
    }

    static Items read(String text, char between) {
        DataTable table = new DataTable(text, between);
        List<String> names = table.row();
        List<Value> rows = new ArrayList<>();
        while (table.at < text.length()) {
            int number = table.line;
            List<String> cells = table.row();
            Map<String, Value> entries = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                entries.put(names.get(i).strip(), new Text(cells.get(i), true, number, 0));
            }
            rows.add(new Fields(entries, number, 0));
        }
        return new Items(rows, 1, 1);
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            line += c == '\n' ? 1 : 0;
            if (c == '"') {
                boolean doubled = quoted && at < text.length() && text.charAt(at) == '"';
                at += doubled ? 1 : 0;
                cell.append(doubled ? "\"" : "");
                quoted ^= !doubled;
            } else if (c == between && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                break;
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
