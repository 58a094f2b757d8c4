package broadsheet.search.opensearch.render;

import broadsheet.search.lucene.match.AnyTermQuery;
import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.PositionQuery;
import broadsheet.search.lucene.match.WordGroupQuery;
import java.io.IOException;
import java.util.ArrayList;
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
import tools.jackson.databind.node.ObjectNode;

/** A Lucene query, not rewritten, as a query of OpenSearch that finds the same posts with the same scores. */
public final class QueryJson {

    /** What may be found or scored otherwise than in the embedded index; docs/opensearch.md says why. */
    public static final List<String> INEXACT = List.of(
            "two words near each other, where one stands in a name that lies near the other in the text",
            "a sloppy phrase of three words or more, where one stands in a name",
            "words of two names of a post that has more names than words",
            "fuzzy words of Lucene's syntax, on several shards",
            "posts whose scores differ by less than 5 in 10 million");

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
            case ConstantScoreQuery plain -> constant(clause(plain.getQuery(), 1), boost);
            case DisjunctionMaxQuery best -> best(best, boost);
            case PhraseQuery phrase -> new PhraseJson(context).of(phrase, boost);
            case MultiPhraseQuery phrase -> new PhraseJson(context).of(phrase, boost);
            case PositionQuery near -> PositionJson.of(near.positions(), near.field(), context)
                    .map(rule -> Json.clause("intervals", near.field(), rule, boost)).orElseGet(Json::none);
            case SynonymQuery words -> new GroupJson(context).synonyms(words, boost);
            case WordGroupQuery group -> new GroupJson(context).group(group, boost);
            case PatternQuery pattern -> pattern(pattern, boost);
            case AnyTermQuery any -> TermsJson.any(any.field(), any.terms(), boost);
            case IndexSortSortedNumericDocValuesRangeQuery range -> clause(range.getFallbackQuery(), boost);
            case IndexOrDocValuesQuery either -> clause(either.getIndexQuery(), boost);
            case PointRangeQuery range -> range(range, boost);
            case MultiTermQuery terms -> TermsJson.of(terms, boost);
            case FieldExistsQuery exists ->
                Json.clause("exists", Json.object().put("field", exists.getField()), boost);
            case MatchAllDocsQuery all -> Json.clause("match_all", Json.object(), boost);
            case MatchNoDocsQuery nothing -> Json.none();
            default -> throw new IllegalArgumentException("no rule for " + query.getClass());
        };
    }

    /** Those of some queries that may find anything. */
    private List<ObjectNode> clauses(Collection<Query> queries) throws IOException {
        List<ObjectNode> clauses = new ArrayList<>();
        for (Query query : queries) {
            ObjectNode clause = clause(query, 1);
            if (!Json.isNone(clause)) {
                clauses.add(clause);
            }
        }
        return clauses;
    }

    /** A term that no post has finds nothing, so that a question of many languages is short. */
    private ObjectNode term(Term term, float boost) throws IOException {
        ObjectNode body = Json.object().put("value", Json.term(term));
        if (Json.isOfTokens(term.field())) {
            return context.occurs(term) ? Json.clause("term", term.field(), body, boost) : Json.none();
        }
        return Json.isOfValues(term.field())
                ? constant(Json.clause("term", term.field(), body, 1), boost * new Formula(context).value(term))
                : Json.none();
    }

    private static ObjectNode constant(ObjectNode filter, float boost) {
        if (Json.isNone(filter)) {
            return filter;
        }
        ObjectNode body = Json.object();
        body.set("filter", filter);
        return Json.clause("constant_score", body, boost);
    }

    private ObjectNode best(DisjunctionMaxQuery best, float boost) throws IOException {
        List<ObjectNode> clauses = clauses(best.getDisjuncts());
        if (clauses.isEmpty()) {
            return Json.none();
        }
        ObjectNode body = Json.object().put("tie_breaker", best.getTieBreakerMultiplier());
        body.set("queries", Json.array(clauses));
        return Json.clause("dis_max", body, boost);
    }

    /** A group without clauses finds all posts there, and none in Lucene; so does one of exclusions alone. */
    private ObjectNode group(BooleanQuery group, float boost) throws IOException {
        ObjectNode body = Json.object();
        boolean decided = false;
        for (Occur occur : Occur.values()) {
            Collection<Query> queries = group.getClauses(occur);
            List<ObjectNode> clauses = clauses(queries);
            boolean required = occur == Occur.MUST || occur == Occur.FILTER;
            if (required && clauses.size() < queries.size()
                    || occur == Occur.SHOULD && clauses.size() < group.getMinimumNumberShouldMatch()) {
                return Json.none();
            }
            decided |= !clauses.isEmpty() && occur != Occur.MUST_NOT;
            if (!clauses.isEmpty()) {
                body.set(occur.name().toLowerCase(Locale.ROOT), Json.array(clauses));
            }
        }
        if (!decided) {
            return Json.none();
        }
        if (group.getMinimumNumberShouldMatch() > 0) {
            body.put("minimum_should_match", group.getMinimumNumberShouldMatch());
        }
        return Json.clause("bool", body, boost);
    }

    /** The words that are scored count as one; the others only match. */
    private ObjectNode pattern(PatternQuery pattern, float boost) throws IOException {
        AnyTermQuery any = pattern.any();
        List<Term> terms = pattern.terms().stream().filter(context::occurs).toList();
        if (terms.isEmpty()) {
            return Json.none();
        }
        ObjectNode scored = new GroupJson(context).asOne(any.field(), terms, boost);
        if (pattern.terms().size() == any.terms().size()) {
            return scored;
        }
        ObjectNode both = Json.object();
        both.putArray("filter").add(TermsJson.any(any.field(), any.terms(), 1));
        both.putArray("should").add(scored);
        return Json.clause("bool", both, 1);
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
