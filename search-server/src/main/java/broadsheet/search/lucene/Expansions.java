package broadsheet.search.lucene;

import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.IndexReader;

/**
 * What the patterns of one search stand for. Each is looked up once, though it matches, scores and marks: the automaton
 * of a word with two letters different takes some megabytes to build.
 */
final class Expansions {

    private final IndexReader reader;
    private final Map<String, TermExpansion> known = new HashMap<>();

    Expansions(IndexReader reader) {
        this.reader = reader;
    }

    private interface LookUp {
        TermExpansion expansion() throws IOException;
    }

    private TermExpansion once(String key, LookUp lookUp) throws IOException {
        TermExpansion expansion = known.get(key);
        if (expansion == null) {
            expansion = lookUp.expansion();
            known.put(key, expansion);
        }
        return expansion;
    }

    /** What a pattern (a prefix, a word with open letters, a word with letters amiss) stands for in a field. */
    TermExpansion of(String field, QueryNode pattern) throws IOException {
        return switch (pattern) {
            case QueryNode.Prefix prefix -> {
                String start = form(prefix.text());
                yield once(field + " " + start + "*", () -> TermExpansion.ofPrefix(reader, field, start));
            }
            case QueryNode.Wildcard wildcard -> {
                String form = form(wildcard.pattern());
                yield once(field + " " + form, () -> TermExpansion.ofPattern(reader, field, form));
            }
            case QueryNode.Fuzzy fuzzy -> {
                String word = form(fuzzy.text());
                yield once(field + " " + word + "~" + fuzzy.edits(),
                        () -> TermExpansion.ofFuzzy(reader, field, word, fuzzy.edits()));
            }
            default -> throw new IllegalArgumentException("no pattern: " + pattern);
        };
    }

    /** A word in the form that patterns are compared with: lower case, without accents. */
    private static String form(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        char[] folded = new char[4 * lower.length()];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0,
                folded, 0, lower.length());
        return new String(folded, 0, length);
    }
}
