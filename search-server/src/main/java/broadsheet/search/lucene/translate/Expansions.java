package broadsheet.search.lucene.translate;

import broadsheet.analysis.Accents;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Dictionary;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words that the patterns of one search stand for. Each pattern is looked up once, though it matches, scores and marks. */
final class Expansions {

    private static final String JOINTS = "-.\u2010\u2011";
    private static final String APOSTROPHES = "’`´′ʼ＇";

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
        StringBuilder form = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (APOSTROPHES.indexOf(c) >= 0) {
                form.append('\'');
            } else if (JOINTS.indexOf(c) < 0) {
                form.append(c);
            }
        }
        return Accents.folded(form.toString().toLowerCase(Locale.ROOT));
    }
}
