package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.match.PatternQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question taken apart.
 *
 * @param needed clauses that decide and score: all of them, or any; none where filters alone decide, as where a language
 *     says all words of a question too often to look for them
 * @param any whether one of the needed clauses is enough
 * @param bonuses clauses that only score
 * @param filters clauses that only decide
 * @param excluded clauses that no post may match
 */
record Plan(List<Query> needed, boolean any, List<Query> bonuses, List<Query> filters, List<Query> excluded) {

    /** The plans of questions of which no post answers two, mostly one; none for a question of another shape. */
    static List<Plan> all(Query query) {
        List<Plan> plans = new ArrayList<>();
        for (Query question : questions(query)) {
            Optional<Plan> plan = of(question);
            if (plan.isEmpty()) {
                return List.of();
            }
            plans.add(plan.get());
        }
        return plans;
    }

    /** How many posts have what is needed, at most; posts of patterns and the like are not counted but taken for all. */
    long mostPosts(IndexReader reader) throws IOException {
        long all = any ? 0 : reader.maxDoc();
        for (Query one : needed) {
            long posts = mostPosts(one, reader);
            all = any ? all + posts : Math.min(all, posts);
        }
        for (Query filter : filters) {
            all = Math.min(all, mostPosts(filter, reader));
        }
        return all;
    }

    private static long mostPosts(Query query, IndexReader reader) throws IOException {
        return switch (query) {
            case TermQuery word -> reader.docFreq(word.getTerm());
            case BoostQuery boosted -> mostPosts(boosted.getQuery(), reader);
            case BooleanQuery raised when raised.getClauses(Occur.MUST).size() == 1 ->
                mostPosts(raised.getClauses(Occur.MUST).iterator().next(), reader);
            case BooleanQuery several when several.getClauses(Occur.SHOULD).size() == several.clauses().size() -> {
                long sum = 0;
                for (Query one : several.getClauses(Occur.SHOULD)) {
                    sum += mostPosts(one, reader);
                }
                yield sum;
            }
            default -> reader.maxDoc();
        };
    }

    /** Each of the questions with the filters around them. */
    private static List<Query> questions(Query query) {
        if (!(query instanceof BooleanQuery framed) || framed.getClauses(Occur.MUST).size() != 1
                || !framed.getClauses(Occur.SHOULD).isEmpty()
                || !(framed.getClauses(Occur.MUST).iterator().next() instanceof OneOf one)) {
            return List.of(query);
        }
        List<Query> questions = new ArrayList<>();
        for (Query question : one.questions()) {
            BooleanQuery.Builder alone = new BooleanQuery.Builder().add(question, Occur.MUST);
            framed.clauses().stream().filter(clause -> clause.occur() != Occur.MUST).forEach(alone::add);
            questions.add(alone.build());
        }
        return questions;
    }

    /** Empty for a question of another shape. */
    private static Optional<Plan> of(Query query) {
        Plan outer = new Plan(List.of(), false, List.of(), new ArrayList<>(), new ArrayList<>());
        return outer.with(query);
    }

    private Optional<Plan> with(Query query) {
        if (!(query instanceof BooleanQuery clauses)) {
            return Optional.of(new Plan(List.of(query), false, List.of(), filters, excluded));
        }
        List<Query> must = queries(clauses, Occur.MUST);
        List<Query> should = queries(clauses, Occur.SHOULD);
        List<Query> passed = queries(clauses, Occur.FILTER);
        if (must.isEmpty() && passed.isEmpty() || clauses.getMinimumNumberShouldMatch() > 0) {
            return Optional.empty();
        }
        passed.stream().filter(filter -> !(filter instanceof MatchAllDocsQuery)).forEach(filters::add);
        excluded.addAll(queries(clauses, Occur.MUST_NOT));
        if (must.size() == 1 && must.getFirst() instanceof BooleanQuery inner) {
            List<Query> either = alternatives(inner);
            if (!either.isEmpty()) {
                return either.stream().allMatch(Plan::isOneOfAny)
                        ? Optional.of(new Plan(either, true, should, filters, excluded))
                        : Optional.empty();
            }
            if (should.isEmpty()) {
                return with(inner);
            }
        }
        return Optional.of(new Plan(must, false, should, filters, excluded));
    }

    /** Whether the posts of a query can be read as a set. */
    private static boolean isOneOfAny(Query query) {
        return query instanceof BoostQuery boosted
                ? isOneOfAny(boosted.getQuery())
                : query instanceof PhraseQuery || isListed(query)
                        || query instanceof BooleanQuery filtered && isFiltered(filtered);
    }

    /** Whether filters decide which posts a query finds, and one listed clause what they score: a word in the headline. */
    static boolean isFiltered(BooleanQuery query) {
        return query.getMinimumNumberShouldMatch() == 0 && !query.getClauses(Occur.FILTER).isEmpty()
                && query.getClauses(Occur.SHOULD).size() == 1
                && query.clauses().size() == 1 + query.getClauses(Occur.FILTER).size()
                && isListed(query.getClauses(Occur.SHOULD).iterator().next());
    }

    /** Whether the clause of a query is a {@link Listed} one: a word, raised or not, the words of a pattern, any of such. */
    static boolean isListed(Query query) {
        return switch (query) {
            case BoostQuery boosted -> isListed(boosted.getQuery());
            case BooleanQuery raised when isRaised(raised) -> isListed(raised.getClauses(Occur.MUST).iterator().next());
            case BooleanQuery any -> any.getMinimumNumberShouldMatch() <= 1 && !any.clauses().isEmpty()
                    && any.clauses().stream()
                            .allMatch(clause -> clause.occur() == Occur.SHOULD && isListed(clause.query()));
            default -> query instanceof TermQuery || query instanceof PatternQuery;
        };
    }

    /** Whether a query wants one clause, and adds to the score of those that have another. */
    static boolean isRaised(BooleanQuery query) {
        return query.clauses().size() == 2 && query.getMinimumNumberShouldMatch() == 0
                && query.getClauses(Occur.MUST).size() == 1 && query.getClauses(Occur.SHOULD).size() == 1;
    }

    private static List<Query> queries(BooleanQuery query, Occur occur) {
        return merged(query.getClauses(occur));
    }

    /** A clause that stands there several times has the sum of its boosts, as in Lucene. */
    static List<Query> merged(Collection<Query> clauses) {
        Map<Query, Double> boosts = LinkedHashMap.newLinkedHashMap(clauses.size());
        for (Query clause : clauses) {
            boolean boosted = clause instanceof BoostQuery;
            boosts.merge(boosted ? ((BoostQuery) clause).getQuery() : clause,
                    boosted ? ((BoostQuery) clause).getBoost() : 1.0, Double::sum);
        }
        if (boosts.size() == clauses.size()) {
            return List.copyOf(clauses);
        }
        List<Query> merged = new ArrayList<>(boosts.size());
        boosts.forEach((query, boost) -> merged.add(boost == 1 ? query : new BoostQuery(query, boost.floatValue())));
        return merged;
    }

    /** The clauses of a query of which any one is enough, those of such queries within it too; else none. */
    private static List<Query> alternatives(BooleanQuery query) {
        List<Query> all = queries(query, Occur.SHOULD);
        if (all.isEmpty() || query.getClauses(Occur.SHOULD).size() != query.clauses().size()
                || query.getMinimumNumberShouldMatch() > 1) {
            return List.of();
        }
        List<Query> flat = new ArrayList<>();
        for (Query one : all) {
            List<Query> inner = one instanceof BooleanQuery either ? alternatives(either) : List.of();
            flat.addAll(inner.isEmpty() ? List.of(one) : inner);
        }
        return merged(flat);
    }
}
