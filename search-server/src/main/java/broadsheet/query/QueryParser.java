package broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a person typed. Every string has a reading; the notes say what had to be repaired.
 *
 * <pre>
 * query    = sequence
 * sequence = { either }                                  side by side: each should be there
 * either   = both { ("OR" | "|" | "||") both }
 * both     = excluded { ("AND" | "&amp;&amp;") excluded }
 * excluded = { "NOT" | "-" | "+" } close
 * close    = part { ("NEAR/5" | "W/5" | "/5" | "PRE/5" | "ADJ5" | "/s" | "/p") part }
 * part     = { "-" | "+" | field ":" } base              such as title:"a b"
 * base     = word | phrase [ "~" number ] | beginning "*" | pattern | word "~" [ "1" | "2" ]
 *          | ("date:" | "after:" | "before:") days | "(" sequence ")"
 * </pre>
 *
 * Each production is one method here; {@link QueryLexer} and {@link WordShape} read the words. Time
 * grows with the length of the text; the recursion is bounded by {@link Brackets}. Parsing {@link ParsedQuery#read}
 * gives the same tree and the same reading.
 */
public final class QueryParser {

    /** In UTF-16 units: room for a pasted paragraph. */
    static final int MOST_CHARACTERS = 2_000;
    static final int MOST_BRACKETS = 32;

    private final QueryNotes notes = new QueryNotes();
    private final TreeMaker trees = new TreeMaker(notes);
    private final TokenWalk tokens;

    private QueryParser(String text, int characters, int brackets) {
        String first = QueryText.cut(text, characters);
        if (first.length() < text.length()) {
            notes.add(first.length(), QueryNotes.LENGTH_LIMIT,
                    "Only the first %d characters were used.".formatted(first.length()));
        }
        tokens = new TokenWalk(
                Brackets.balanced(QueryLimits.within(QueryLexer.tokens(first, notes), notes), brackets, notes), notes);
    }

    /**
     * The reading of any text, also of an empty one. The limits hold for the reading as well, as it is longer than the
     * text where brackets are shown: then less of the text is used, or fewer of its brackets.
     */
    public static ParsedQuery parse(String text) {
        return SimpleWords.read(text).orElseGet(() -> parseAny(text));
    }

    static ParsedQuery parseAny(String text) {
        String clean = QueryText.clean(text);
        int characters = MOST_CHARACTERS;
        int brackets = MOST_BRACKETS;
        while (true) {
            ParsedQuery parsed = new QueryParser(clean, characters, brackets).query();
            int over = parsed.read().length() - MOST_CHARACTERS;
            if (over > 0) {
                characters = Math.max(0, Math.min(characters, clean.length()) - over);
            } else if (Brackets.depth(parsed.read()) > MOST_BRACKETS) {
                brackets--;
            } else {
                return parsed;
            }
        }
    }

    private ParsedQuery query() {
        QueryNode root = trees.root(sequence());
        if (root instanceof QueryNode.Everything) {
            root = tokens.operatorAsWord().orElse(root);
        }
        root = Acronyms.mark(root);
        return new ParsedQuery(root, QueryReading.of(root), notes.inOrder());
    }

    private QueryNode sequence() {
        List<QueryNode> parts = new ArrayList<>();
        while (!(tokens.peek() instanceof Token.Close)) {
            if (tokens.peek() instanceof Token.Joint joint) {
                tokens.noteDangling(joint.at(), joint.text());
                tokens.pass();
            } else {
                parts.add(either());
            }
        }
        return trees.sequence(parts);
    }

    private QueryNode either() {
        List<QueryNode> parts = new ArrayList<>(List.of(both()));
        while (tokens.take(operator -> operator.kind() == Operator.Kind.OR).isPresent()) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.getFirst() : trees.anyOf(parts);
    }

    private QueryNode both() {
        List<QueryNode> parts = new ArrayList<>(List.of(excluded()));
        while (tokens.take(operator -> operator.kind() == Operator.Kind.AND).isPresent()) {
            parts.add(excluded());
        }
        return parts.size() == 1 ? parts.getFirst() : trees.allOf(parts);
    }

    private QueryNode excluded() {
        boolean signed = tokens.peek() instanceof Token.Prefix;
        Token.Prefix sign = signed ? tokens.sign() : new Token.Prefix(0, "");
        QueryNode node = close();
        return signed ? signed(sign, node) : node;
    }

    private QueryNode signed(Token.Prefix sign, QueryNode node) {
        return sign.excludes() ? trees.not(node) : trees.required(node);
    }

    private QueryNode close() {
        QueryNode left = part();
        while (true) {
            Optional<Token.Joint> joint = tokens.take(Operator::isClose);
            if (joint.isEmpty()) {
                return left;
            }
            left = trees.near(left, part(), joint.get().at(), joint.get().operator());
        }
    }

    /** Names and signs are walked in a loop, as recursion would follow {@code title:title:title:} to any depth. */
    private QueryNode part() {
        Optional<QueryNode.Field> field = Optional.empty();
        Optional<Token.Prefix> sign = Optional.empty();
        while (tokens.peek() instanceof Token.Name || tokens.peek() instanceof Token.Prefix) {
            if (tokens.peek() instanceof Token.Name name) {
                if (field.isPresent()) {
                    notes.add(name.at(), "field-in-field", "Of a field in a field the inner one was used.");
                }
                field = Optional.of(name.field());
                tokens.pass();
            } else {
                Token.Prefix typed = tokens.sign();
                sign = sign.filter(Token.Prefix::excludes).or(() -> Optional.of(typed));
            }
        }
        QueryNode base = base();
        QueryNode named = field.isPresent() ? trees.inField(field.get(), base) : base;
        return sign.isPresent() ? signed(sign.get(), named) : named;
    }

    private QueryNode base() {
        return switch (tokens.peek()) {
            case Token.Leaf leaf -> {
                tokens.pass();
                yield leaf.node();
            }
            case Token.Day day -> {
                tokens.pass();
                yield trees.dates(day.term());
            }
            case Token.Open open -> {
                tokens.pass();
                QueryNode group = sequence();
                tokens.pass();
                if (group instanceof QueryNode.Everything) {
                    notes.add(open.at(), "empty-brackets", "Brackets with nothing in them were ignored.");
                }
                yield group;
            }
            default -> new QueryNode.Everything();
        };
    }
}
