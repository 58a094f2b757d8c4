package broadsheet.owner;

import broadsheet.post.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line of a file of rules, taken apart: {@code a, b => c, d}. A backslash takes its meaning from the sign behind it:
 * {@code \,} is a comma, {@code \=>} two letters, {@code \\} a backslash.
 *
 * @param number 1-based
 * @param left the texts before the arrow, or all where there is none
 * @param right the texts behind the arrow; empty where there is none
 */
record RuleLine(int number, List<Cell> left, Optional<List<Cell>> right) {

    /**
     * One text between commas.
     *
     * @param text without space around it, with single spaces in it; may be empty
     * @param column 1-based, in UTF-16 units, where it begins
     */
    record Cell(String text, int column) {}

    /** @param problems takes the fault of an unreadable line, which is left out */
    static Optional<RuleLine> read(String line, int number, Consumer<Problem> problems, RuleProblems rules) {
        Reader reader = new Reader(line);
        Optional<Integer> fault = reader.read();
        if (fault.isPresent()) {
            problems.accept(line.charAt(fault.get()) == '\\'
                    ? rules.error(number, fault.get() + 1, "bad-escape", "expected a sign behind the backslash")
                    : rules.error(number, fault.get() + 1, "second-arrow", "expected one => in a line"));
            return Optional.empty();
        }
        return Optional.of(new RuleLine(number, reader.left, reader.right));
    }

    private static final class Reader {
        private final String line;
        private final List<Cell> left = new ArrayList<>();
        private Optional<List<Cell>> right = Optional.empty();
        private final StringBuilder text = new StringBuilder();
        private int start = -1;

        Reader(String line) {
            this.line = line;
        }

        /** @return where the line cannot be read on, if anywhere; 0-based */
        Optional<Integer> read() {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    if (i + 1 == line.length()) {
                        return Optional.of(i);
                    }
                    begin(i);
                    text.append(line.charAt(++i));
                } else if (c == ',') {
                    end(i);
                } else if (line.startsWith("=>", i)) {
                    end(i);
                    if (right.isPresent()) {
                        return Optional.of(i);
                    }
                    right = Optional.of(new ArrayList<>());
                    i++;
                } else {
                    if (!Character.isWhitespace(c)) {
                        begin(i);
                    }
                    text.append(c);
                }
            }
            end(line.length());
            return Optional.empty();
        }

        private void begin(int place) {
            if (start < 0) {
                start = place;
            }
        }

        private void end(int place) {
            String plain = text.toString().strip().replaceAll("\\s+", " ");
            right.orElse(left).add(new Cell(plain, (start < 0 ? place : start) + 1));
            text.setLength(0);
            start = -1;
        }
    }
}
