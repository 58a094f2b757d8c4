package broadsheet.post.encoding;

import broadsheet.post.Problem.Severity;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;

/** Reports what was done to a file's text before it was read, with the line where it began. */
public final class TextReports {

    private TextReports() {}

    /** The text with wrecked runs put right, if that is asked for. */
    public static Repaired repair(String text, ReadOptions options, Problems problems) {
        if (!options.repairMojibake()) {
            return new Repaired(text, 0, 0, -1);
        }
        Repaired repaired = TextRepair.repair(text);
        if (repaired.runs() > 0) {
            repaired(line(text, repaired.firstOffset()), column(text, repaired.firstOffset()), repaired.characters(),
                    repaired.runs(), problems);
        }
        return repaired;
    }

    public static void repaired(int line, int column, int characters, int runs, Problems problems) {
        problems.info(line, column, "mojibake-repaired",
                characters + " characters were text decoded wrongly and read as the " + runs + " they once were");
    }

    /** Reports an encoding that is not UTF-8, and characters that were dropped. */
    public static void encoding(Decoded decoded, Problems problems) {
        for (Finding finding : decoded.findings()) {
            problems.add(Severity.WARNING, line(decoded.text(), finding.offset()),
                    column(decoded.text(), finding.offset()), finding.code(), finding.message());
        }
    }

    /** 1-based line of a 0-based offset. */
    public static int line(String text, int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** 1-based column of a 0-based offset, in UTF-16 units. */
    public static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
