package broadsheet.search.lucene;

import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.rules.OwnerRules;

/** One search: what is asked, of which index, by whose rules and with which weights. */
public record Asking(SearchRequest request, Reading reading, OwnerRules owner, Ranking ranking) {

    /** Which index answers, and by which rules. */
    public IndexInfo index() {
        return index(reading, owner);
    }

    /** The same of an index that is asked for nothing else. */
    public static IndexInfo index(Reading reading, OwnerRules owner) {
        return new IndexInfo(reading.view().number(), reading.view().built(), reading.posts(), owner.edition(),
                reading.zone());
    }
}
