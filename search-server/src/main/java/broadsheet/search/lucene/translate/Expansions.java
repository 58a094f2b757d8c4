package broadsheet.search.lucene.translate;

import broadsheet.analysis.Accents;
import broadsheet.analysis.WordForms;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Dictionary;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words that the patterns of one search stand for. Each pattern is looked up once, though it matches, scores and marks. */
final class Expansions {

    private static final Pattern JOINTS = Pattern.compile("[-.\u2010\u2011]");

    private final IndexView view;
    private final Map<String, TermExpansion> known = new HashMap<>();

    Expansions(IndexView view) {
        this.view = view;
    }

    /** The words of a field that a pattern stands for. */
    TermExpansion of(String field, QueryNode.Pattern pattern) {
        return known.computeIfAbsent(field + " " + pattern, key -> {
            Dictionary words = view.words(field);
            return switch (pattern) {
                case QueryNode.Prefix prefix -> TermExpansion.ofPrefix(field, words, form(prefix.text()));
                case QueryNode.Wildcard wildcard -> TermExpansion.ofPattern(field, words, form(wildcard.text()));
                case QueryNode.Fuzzy fuzzy -> TermExpansion.ofFuzzy(field, words, form(fuzzy.text()), fuzzy.edits());
            };
        });
    }

    /**
     * A word in the form that patterns are compared with: lower case, without accents, in one piece, as each compound
     * also stands in the index: {@code co-op*} as coop*.
     */
    private static String form(String pattern) {
        return Accents.folded(JOINTS.matcher(WordForms.straight(pattern)).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
