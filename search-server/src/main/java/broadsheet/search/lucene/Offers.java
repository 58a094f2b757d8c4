package broadsheet.search.lucene;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.QueryReading;
import broadsheet.search.SearchResponse.Byline;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.retrieve.Retrieval;
import broadsheet.search.lucene.retrieve.Start;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Other queries that are offered beside an answer, each with the number of posts that it finds under the same filters. */
final class Offers {

    private final boolean wanted;
    private final Asking asking;
    private final Finding finding;
    private final Reading reading;

    /** @param wanted false for pages behind the first, which offer nothing */
    Offers(boolean wanted, Asking asking, Finding finding) {
        this.wanted = wanted;
        this.asking = asking;
        this.finding = finding;
        this.reading = asking.reading();
    }

    private interface Looked<T> {
        List<T> up() throws IOException;
    }

    /** What is offered is the first to be left out where nothing is left to look for it. */
    private static <T> List<T> ifThereIsTime(Looked<T> looked) throws IOException {
        try {
            return looked.up();
        } catch (Budget.Spent e) {
            return List.of();
        }
    }

    /** The question with other spellings of its names, those that find something. */
    List<OtherSpelling> spellings(Question question) throws IOException {
        return ifThereIsTime(() -> countedSpellings(question));
    }

    private List<OtherSpelling> countedSpellings(Question question) throws IOException {
        List<OtherSpelling> counted = new ArrayList<>();
        for (OtherSpelling spelling : wanted ? question.otherSpellings() : List.<OtherSpelling>of()) {
            long count = count(spelling.query());
            if (count > 0) {
                counted.add(new OtherSpelling(spelling.text(), count, spelling.query()));
            }
        }
        return counted;
    }

    /** The posts of the authors whom the words name. */
    List<Byline> bylines(Question question) throws IOException {
        return ifThereIsTime(() -> countedBylines(question));
    }

    private List<Byline> countedBylines(Question question) throws IOException {
        List<Byline> bylines = new ArrayList<>();
        for (String name : wanted ? question.bylines(finding) : List.<String>of()) {
            QueryNode author = new QueryNode.InField(QueryNode.Field.AUTHOR, new QueryNode.Phrase(quotable(name), 0));
            String query = QueryReading.of(author);
            long count = QueryParser.parse(query).root().equals(author) ? count(query) : 0;
            if (count > 0) {
                bylines.add(new Byline(name, count, query));
            }
        }
        return bylines;
    }

    /** Without marks that would end the quotation. */
    private static String quotable(String name) {
        return name.replaceAll("[\"\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}\\s]+", " ").strip();
    }

    private long count(String text) throws IOException {
        if (reading.budget().isSpent()) {
            return 0;
        }
        Question question = BoxQuestion.of(text, reading, asking.owner(), asking.ranking());
        return new Retrieval(question.reading(), question.translation(), asking.request(), asking.ranking(),
                Start.first(reading.now())).count();
    }
}
