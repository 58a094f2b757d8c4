package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.AnyTermQuery;
import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.PositionQuery;
import broadsheet.search.lucene.match.WordGroupQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Lucene query, not rewritten, as a query of OpenSearch that finds the same posts with the same scores. */
public final class QueryJson {

    private final RenderContext context;

    private QueryJson(RenderContext context) {
        this.context = context;
    }

    /** @throws IllegalArgumentException for a class without a rule */
    public static ObjectNode of(Query query, RenderContext context) throws IOException {
        return new QueryJson(context).clause(query, 1);
    }

    private ObjectNode clause(Query query, float boost) throws IOException {
        return switch (query) {
            case TermQuery term -> term(term.getTerm(), boost);
            case BoostQuery boosted -> clause(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery group -> group(group, boost);
            case OneOf one -> group(one.either(), boost);
            case ConstantScoreQuery plain -> {
                ObjectNode body = Json.object();
                body.set("filter", clause(plain.getQuery(), 1));
                yield Json.clause("constant_score", body, boost);
            }
            case DisjunctionMaxQuery best -> {
                ObjectNode body = Json.object().put("tie_breaker", best.getTieBreakerMultiplier());
                body.set("queries", clauses(best.getDisjuncts()));
                yield Json.clause("dis_max", body, boost);
            }
            case PhraseQuery phrase -> phrase(phrase, boost);
            case MultiPhraseQuery phrase -> phrase(phrase, boost);
            case PositionQuery positions -> Json.clause("intervals", positions.field(),
                    PositionJson.of(positions.positions(), positions.field()), boost);
            case SynonymQuery words -> new GroupJson(context).synonyms(words, boost);
            case WordGroupQuery group -> new GroupJson(context).group(group, boost);
            case PatternQuery pattern -> pattern(pattern, boost);
            case AnyTermQuery any -> any(any.field(), any.terms(), boost);
            case IndexOrDocValuesQuery either -> clause(either.getIndexQuery(), boost);
            case IndexSortSortedNumericDocValuesRangeQuery either -> clause(either.getFallbackQuery(), boost);
            case PointRangeQuery range -> range(range, boost);
            case MultiTermQuery terms -> TermsJson.of(terms, boost);
            case FieldExistsQuery exists ->
                Json.clause("exists", Json.object().put("field", exists.getField()), boost);
            case MatchAllDocsQuery all -> Json.clause("match_all", Json.object(), boost);
            case MatchNoDocsQuery nothing -> Json.clause("match_none", Json.object(), 1);
            default -> throw new IllegalArgumentException("no rule for " + query.getClass());
        };
    }

    private ArrayNode clauses(Collection<Query> queries) throws IOException {
        List<ObjectNode> clauses = new ArrayList<>();
        for (Query query : queries) {
            clauses.add(clause(query, 1));
        }
        return Json.array(clauses, clause -> clause);
    }

    private static ObjectNode term(Term term, float boost) {
        return Json.clause("term", term.field(), Json.object().put("value", Json.term(term)), boost);
    }

    /** A group without clauses finds all posts there, and none in Lucene; so does one of exclusions alone. */
    private ObjectNode group(BooleanQuery group, float boost) throws IOException {
        if (group.clauses().stream().allMatch(clause -> clause.occur() == Occur.MUST_NOT)) {
            return Json.clause("match_none", Json.object(), 1);
        }
        ObjectNode body = Json.object();
        for (Occur occur : Occur.values()) {
            Collection<Query> clauses = group.getClauses(occur);
            if (!clauses.isEmpty()) {
                body.set(occur.name().toLowerCase(Locale.ROOT), clauses(clauses));
            }
        }
        if (group.getMinimumNumberShouldMatch() > 0) {
            body.put("minimum_should_match", group.getMinimumNumberShouldMatch());
        }
        return Json.clause("bool", body, boost);
    }

    private static ObjectNode phrase(PhraseQuery phrase, float boost) {
        Term[] terms = phrase.getTerms();
        return phrase(phrase.getField(), Arrays.stream(terms).map(term -> new Term[]{term}).toList(),
                phrase.getPositions(), phrase.getSlop(), boost);
    }

    private static ObjectNode phrase(MultiPhraseQuery phrase, float boost) {
        return phrase(phrase.getTermArrays()[0][0].field(), List.of(phrase.getTermArrays()), phrase.getPositions(),
                phrase.getSlop(), boost);
    }

    private static ObjectNode phrase(String field, List<Term[]> terms, int[] positions, int slop, float boost) {
        Rows row = new Rows();
        for (int i = 0; i < positions.length; i++) {
            row.add(i == 0 ? 0 : positions[i] - positions[i - 1] - 1,
                    Arrays.stream(terms.get(i)).map(Json::term).toList());
        }
        ObjectNode body = Json.object().put("query", row.text()).put("analyzer", ClusterSchema.GIVEN);
        if (slop > 0) {
            body.put("slop", slop);
        }
        return Json.clause("match_phrase", field, body, boost);
    }

    /** The words that are scored count as one; the others only match. */
    private ObjectNode pattern(PatternQuery pattern, float boost) throws IOException {
        if (pattern.terms().isEmpty()) {
            return Json.clause("match_none", Json.object(), 1);
        }
        AnyTermQuery any = pattern.any();
        ObjectNode scored = GroupJson.asOne(any.field(), pattern.terms(), boost);
        if (pattern.terms().size() == any.terms().size()) {
            return scored;
        }
        ObjectNode both = Json.object();
        both.putArray("filter").add(any(any.field(), any.terms(), 1));
        both.putArray("should").add(scored);
        return Json.clause("bool", both, 1);
    }

    private static ObjectNode any(String field, List<BytesRef> terms, float boost) {
        ObjectNode body = Json.object();
        ArrayNode values = body.putArray(field);
        terms.forEach(term -> values.add(Json.term(field, term)));
        return Json.clause("terms", body, boost);
    }

    private static ObjectNode range(PointRangeQuery range, float boost) {
        ObjectNode body = Json.object();
        long lower = LongPoint.decodeDimension(range.getLowerPoint(), 0);
        long upper = LongPoint.decodeDimension(range.getUpperPoint(), 0);
        if (lower > Long.MIN_VALUE) {
            body.put("gte", lower);
        }
        if (upper < Long.MAX_VALUE) {
            body.put("lte", upper);
        }
        return Json.clause("range", range.getField(), body, boost);
    }
}
