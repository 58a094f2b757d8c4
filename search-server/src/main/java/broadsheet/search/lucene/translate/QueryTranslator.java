package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.match.ByLanguage;
import broadsheet.search.lucene.translate.LanguageTranslator.Plan;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A query tree as Lucene queries. Each language of the archive has its own stems and its own stop words, so the query
 * is made once for each and asked of that language's posts; an archive of one language is asked once.
 */
public final class QueryTranslator {

    private final Reading reading;
    private final Ranking ranking;

    public QueryTranslator(Reading reading, Ranking ranking) {
        this.reading = reading;
        this.ranking = ranking;
    }

    /** The query; the words of its quotations that stand nowhere are a way out. */
    public Translation translate(QueryNode root) throws IOException {
        return new QuotedNowhere(reading, this::asTyped).translated(root);
    }

    private Translation asTyped(QueryNode typed) throws IOException {
        QueryNode root = JoinedWords.in(typed);
        List<String> cut = new ArrayList<>();
        Map<String, Plan> plans = new LinkedHashMap<>();
        Expansions expansions = new Expansions(reading.view());
        for (Language language : reading.languages()) {
            Plan plan = new LanguageTranslator(reading, language, expansions, ranking).plan(root);
            plans.put(language.code(), plan);
            cut.addAll(plan.cut());
        }
        Map<String, List<Translation.Piece>> pieces = new HashMap<>();
        plans.forEach((code, plan) -> pieces.put(code, plan.pieces()));
        boolean scored = plans.values().stream().anyMatch(Plan::scored);
        boolean relaxable = plans.values().stream().anyMatch(plan -> plan.any().isPresent());
        Map<String, Query> all = new LinkedHashMap<>();
        Map<String, Query> any = new LinkedHashMap<>();
        plans.forEach((code, plan) -> {
            all.put(code, plan.all());
            any.put(code, plan.any().orElse(plan.all()));
        });
        ByLanguage languages = new ByLanguage(reading);
        return new Translation(languages.joined(all),
                relaxable ? Optional.of(languages.joined(any)) : Optional.empty(), scored, pieces,
                cut.stream().distinct().toList(), List.of());
    }
}
