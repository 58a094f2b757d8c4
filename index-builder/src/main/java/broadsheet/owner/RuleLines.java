package broadsheet.owner;

import broadsheet.post.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file of rules that say something: neither empty nor remarks behind a {@code #}. */
final class RuleLines {

    /** Rules are read by people; a longer file is not what it was taken for. */
    static final int MOST_BYTES = 1 << 20;

    private final RuleProblems rules;
    private final List<Problem> problems = new ArrayList<>();
    private final List<RuleLine> lines = new ArrayList<>();

    RuleLines(String path, byte[] content) {
        this.rules = new RuleProblems(path);
        if (content.length > MOST_BYTES) {
            problems.add(rules.error(0, 0, "too-long", "expected at most " + MOST_BYTES + " bytes, came "
                    + content.length));
            return;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(rules.error(0, 0, "not-utf-8", "expected a text in UTF-8"));
        }
    }

    private void read(String text) {
        String[] all = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < all.length; i++) {
            String line = all[i];
            if (!line.isBlank() && line.strip().charAt(0) != '#') {
                RuleLine.read(line, i + 1, problems::add, rules).ifPresent(lines::add);
            }
        }
    }

    List<RuleLine> lines() {
        return lines;
    }

    /** Of all lines so far; the reader of the lines adds its own. */
    List<Problem> problems() {
        return problems;
    }

    RuleProblems rules() {
        return rules;
    }
}
