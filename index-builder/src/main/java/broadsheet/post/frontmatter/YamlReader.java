package broadsheet.post.frontmatter;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML to {@link Value}s, from the parser's events: no recursion, so that no nesting can overflow the stack; no types,
 * so that every scalar keeps the text its author wrote. Of two equal keys the last one counts, with a warning. Limits
 * hold before they can hurt: length before parsing, depth and aliases while the events come.
 */
final class YamlReader {

    /** Most levels of nesting; real front matter and settings files have fewer. */
    private static final int MAX_DEPTH = 32;

    /**
     * Most aliases in one text. An alias costs nothing here, as values are shared; a flood of them is no front matter.
     */
    private static final int MAX_ALIASES = 100;

    private static final LoadSettings SETTINGS = LoadSettings.builder().setAllowDuplicateKeys(true)
            .setParseComments(false).setCodePointLimit(1 << 22).build();

    private final int firstLine;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Value> anchors = new HashMap<>();
    private int aliases;
    private Optional<Value> root = Optional.empty();

    private YamlReader(int firstLine, Problems problems) {
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /**
     * The first document of this YAML; an empty text when there is none.
     *
     * @param maxLength in UTF-16 units; measured first, as the parser takes quadratic time over one long plain scalar
     * @param firstLine 1-based line of the file at which {@code yaml} begins
     * @throws SyntaxException for what is not YAML, or beyond a limit
     */
    static Value read(String yaml, int maxLength, int firstLine, Problems problems) throws SyntaxException {
        if (yaml.length() > maxLength) {
            throw new SyntaxException("yaml-too-long",
                    "expected at most " + maxLength + " characters of YAML, found " + yaml.length(), firstLine, 0);
        }
        Optional<Fields> quick = QuickYaml.read(yaml, firstLine);
        return quick.isPresent() ? quick.get() : parse(yaml, firstLine, problems);
    }

    /** The same by way of the parser, whatever the text. */
    static Value parse(String yaml, int firstLine, Problems problems) throws SyntaxException {
        YamlReader reader = new YamlReader(firstLine, problems);
        try {
            for (Event event : new Parse(SETTINGS).parseString(yaml)) {
                reader.take(event);
                if (reader.root.isPresent()) {
                    return reader.root.get();
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw reader.positioned(e);
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SyntaxException("yaml-syntax", firstSentence(String.valueOf(e.getMessage())), firstLine, 0);
        }
        return new Text("", true, firstLine, 0);
    }

    private SyntaxException positioned(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        int line = mark.map(m -> m.getLine() + firstLine).orElse(firstLine);
        int context = e.getContextMark().map(m -> m.getLine() + firstLine).orElse(line);
        String message = e.getContext() == null ? e.getProblem() : e.getProblem() + ", " + e.getContext();
        return new SyntaxException("yaml-syntax", firstSentence(message), line,
                mark.map(m -> m.getColumn() + 1).orElse(0), context);
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private void take(Event event) throws SyntaxException {
        switch (event.getEventId()) {
            case MappingStart -> begin(new Open(true, anchor(event), line(event), column(event)));
            case SequenceStart -> begin(new Open(false, anchor(event), line(event), column(event)));
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                boolean plain = scalar.isPlain() && scalar.getTag().isEmpty();
                finished(new Text(scalar.getValue(), plain, line(event), column(event)), anchor(event));
            }
            case Alias -> finished(resolve((AliasEvent) event), Optional.empty());
            default -> {
                // the start and the end of the stream and of a document carry no value
            }
        }
    }

    private void begin(Open container) throws SyntaxException {
        if (open.size() >= MAX_DEPTH) {
            throw new SyntaxException("yaml-too-deep", "expected at most " + MAX_DEPTH + " levels of nesting",
                    container.line, container.column);
        }
        open.push(container);
    }

    private void end() throws SyntaxException {
        Open container = open.pop();
        finished(container.close(), container.anchor);
    }

    private void finished(Value value, Optional<Anchor> anchor) throws SyntaxException {
        anchor.ifPresent(name -> anchors.put(name, value));
        if (open.isEmpty()) {
            root = Optional.of(value);
        } else {
            open.peek().add(value);
        }
    }

    private Value resolve(AliasEvent event) throws SyntaxException {
        aliases++;
        if (aliases > MAX_ALIASES) {
            throw new SyntaxException("yaml-too-many-aliases", "expected at most " + MAX_ALIASES + " aliases",
                    line(event), column(event));
        }
        Value value = anchors.get(event.getAlias());
        if (value == null) {
            throw new SyntaxException("yaml-syntax", "alias *" + event.getAlias() + " has no finished anchor before it",
                    line(event), column(event));
        }
        return value;
    }

    private static Optional<Anchor> anchor(Event event) {
        return ((NodeEvent) event).getAnchor();
    }

    private int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }

    /** A list or map whose end has not come yet. */
    private final class Open {
        private final boolean map;
        private final Optional<Anchor> anchor;
        private final int line;
        private final int column;
        private final List<Value> items = new ArrayList<>();
        private final Map<String, Value> entries = new LinkedHashMap<>();
        private Optional<Value> key = Optional.empty();

        private Open(boolean map, Optional<Anchor> anchor, int line, int column) {
            this.map = map;
            this.anchor = anchor;
            this.line = line;
            this.column = column;
        }

        private void add(Value value) {
            if (!map) {
                items.add(value);
                return;
            }
            if (key.isEmpty()) {
                key = Optional.of(value);
                return;
            }
            put(key.get(), value);
            key = Optional.empty();
        }

        private void put(Value name, Value value) {
            if (!(name instanceof Text text)) {
                problems.warning(name.line(), name.column(), "yaml-odd-key",
                        "expected text as a key, found a list or map; entry ignored");
                return;
            }
            if (text.text().equals("<<") && text.plain()) {
                merge(value);
                return;
            }
            if (entries.containsKey(text.text())) {
                problems.duplicateKey(text.line(), text.column(), text.text());
            }
            entries.put(text.text(), value);
        }

        /** YAML 1.1's merge key: what is there already stays. */
        private void merge(Value value) {
            if (value instanceof Fields fields) {
                fields.entries().forEach(entries::putIfAbsent);
            } else if (value instanceof Items several) {
                several.items().forEach(this::merge);
            }
        }

        private Value close() {
            return map ? new Fields(entries, line, column) : new Items(items, line, column);
        }
    }
}
