package broadsheet.search.lucene.match;

import broadsheet.search.lucene.match.WordGroupQuery.Member;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Groups of words and phrases of one field, the first as typed, the others with a share of .8. */
final class Groups {

    static final float SHARE = .8f;

    private Groups() {}

    static WordGroupQuery of(String typed, String... others) {
        List<Member> members = new ArrayList<>();
        members.add(member(typed, 1));
        for (String other : others) {
            members.add(member(other, SHARE));
        }
        return new WordGroupQuery(RandomTexts.FIELD, members, new GroupStatistics());
    }

    static Member member(String text, float share) {
        String[] words = text.split(" ");
        List<TermAt> row = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            row.add(new TermAt(new Term(RandomTexts.FIELD, words[i]), i));
        }
        Query query = words.length == 1
                ? new TermQuery(row.get(0).term())
                : new PhraseQuery(RandomTexts.FIELD, words);
        return new Member(text, row, query, share);
    }

    static AnyTermQuery any(List<String> words) {
        return new AnyTermQuery(RandomTexts.FIELD, words.stream().map(BytesRef::new).toList());
    }
}
