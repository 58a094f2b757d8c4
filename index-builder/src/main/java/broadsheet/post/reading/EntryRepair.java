package broadsheet.post.reading;

import broadsheet.post.Problems;
import broadsheet.post.encoding.Repaired;
import broadsheet.post.encoding.TextRepair;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts wrecked runs of entries right, once their format has been read: JSON writes {@code \u00e2\u20ac\u2122} for
 * {@code â€™}. All texts of an entry count as one, as those of a post's file do. Addresses stay as they are written.
 */
final class EntryRepair {

    private static final Set<String> ADDRESSES = Set.of("url", "link", "permalink", "aliases", "redirect_from", "slug",
            "id", "guid", "external_url");

    private int runs;
    private int characters;
    private Optional<Text> first = Optional.empty();

    /** The entry with its texts put right; the same instance when nothing was wrong. */
    Fields repair(Fields written) {
        List<Text> texts = new ArrayList<>();
        mapped(written, text -> {
            texts.add(text);
            return text;
        });
        String joined = texts.stream().map(Text::text).collect(Collectors.joining("\n"));
        Repaired repaired = TextRepair.repair(joined);
        if (repaired.runs() == 0) {
            return written;
        }
        runs += repaired.runs();
        characters += repaired.characters();
        first = first.or(() -> textAt(repaired.firstOffset(), texts));
        Cutter cutter = new Cutter(repaired.text());
        return mapped(written, text -> new Text(cutter.next(text.text()), text.plain(), text.line(), text.column()));
    }

    /** Reports how much was repaired in all entries, at the value where it began. */
    void report(Problems problems) {
        first.ifPresent(text -> TextReports.repaired(text.line(), text.column(), characters, runs, problems));
    }

    private static Optional<Text> textAt(int offset, List<Text> texts) {
        int end = 0;
        for (Text text : texts) {
            end += text.text().length() + 1;
            if (offset < end) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Fields mapped(Fields fields, UnaryOperator<Text> each) {
        Map<String, Value> entries = new LinkedHashMap<>();
        fields.entries().forEach((key, value) -> entries.put(key, isAddress(key) ? value : mapped(value, each)));
        return new Fields(entries, fields.line(), fields.column());
    }

    private static Value mapped(Value value, UnaryOperator<Text> each) {
        return switch (value) {
            case Text text -> each.apply(text);
            case Items items -> new Items(items.items().stream().map(item -> mapped(item, each)).toList(),
                    items.line(), items.column());
            case Fields fields -> mapped(fields, each);
        };
    }

    private static boolean isAddress(String key) {
        String name = key.strip().toLowerCase(Locale.ROOT);
        return ADDRESSES.contains(name) || PostDetails.isImage(name);
    }

    /** Cuts a repaired text where its parts were joined: a repair neither makes nor takes line breaks. */
    private static final class Cutter {

        private final String text;
        private int start;

        private Cutter(String text) {
            this.text = text;
        }

        private String next(String written) {
            int end = text.indexOf('\n', start);
            for (int i = written.indexOf('\n'); i >= 0; i = written.indexOf('\n', i + 1)) {
                end = text.indexOf('\n', end + 1);
            }
            String part = text.substring(start, end < 0 ? text.length() : end);
            start += part.length() + 1;
            return part;
        }
    }
}
