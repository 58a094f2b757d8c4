package broadsheet.post.frontmatter;

import broadsheet.post.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Front matter beyond {@link FrontMatter#MAX_LENGTH} without its longest keys: a gallery of a thousand lines or a picture
 * written into it must not cost the post its title and its date. Each line stays a line, so that places in the file
 * stay true.
 */
final class LongBlocks {

    /** A key at the beginning of a line, of YAML or TOML, or the name of a TOML table. */
    private static final Pattern KEY = Pattern
            .compile(
                    "^(?:\\[\\[?([\\w.-]+)\\]|(\\w[\\w. -]{0,99}|\"[^\"\\n]{1,99}\"|'[^'\\n]{1,99}') *(?:=|:(?=\\s|$)))");

    private final List<String> lines;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    private LongBlocks(String front) {
        this.lines = new ArrayList<>(List.of(front.split("\n", -1)));
        String key = "";
        boolean inTable = false;
        for (String line : lines) {
            Matcher matcher = KEY.matcher(line);
            if (matcher.find() && (!inTable || matcher.group(1) != null)) {
                inTable = matcher.group(1) != null;
                key = inTable ? matcher.group(1) : matcher.group(2).strip();
            }
            keys.add(key);
            lengths.merge(key, line.length() + 1, Integer::sum);
        }
    }

    /** The same text where it is short enough; else what is left of it, and a warning for each key that is not. */
    static String shortened(String front, int firstLine, Problems problems) {
        return front.length() <= FrontMatter.MAX_LENGTH ? front : new LongBlocks(front).without(firstLine, problems);
    }

    private String without(int firstLine, Problems problems) {
        int length = lengths.values().stream().mapToInt(Integer::intValue).sum();
        List<Map.Entry<String, Integer>> longest = new ArrayList<>(lengths.entrySet());
        longest.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<String, Integer> block : longest) {
            if (length <= FrontMatter.MAX_LENGTH) {
                break;
            }
            length -= block.getValue();
            problems.warning(firstLine + keys.indexOf(block.getKey()), 0, "front-matter-too-long",
                    "front matter is longer than " + FrontMatter.MAX_LENGTH + " characters; '" + block.getKey()
                            + "', the longest part with " + block.getValue() + ", was passed over");
            for (int i = 0; i < lines.size(); i++) {
                if (keys.get(i).equals(block.getKey())) {
                    lines.set(i, "");
                }
            }
        }
        return String.join("\n", lines);
    }
}
