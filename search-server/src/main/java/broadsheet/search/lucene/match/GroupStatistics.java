package broadsheet.search.lucene.match;

import broadsheet.search.lucene.match.WordGroupQuery.Member;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * How often the owner's synonyms occur in one generation. A phrase is counted once, by looking for it in all posts; there
 * are only as many as the owner wrote. Safe for many threads.
 */
public final class GroupStatistics {

    private final Map<Key, GroupMember.Count> known = new ConcurrentHashMap<>();

    private record Key(String field, List<TermAt> terms) {}

    /** The posts that have a member, and its occurrences. */
    GroupMember.Count of(Member member, String field, IndexReader reader) throws IOException {
        Key key = new Key(field, member.terms());
        GroupMember.Count count = known.get(key);
        if (count == null) {
            count = count(member, field, reader);
            known.put(key, count);
        }
        return count;
    }

    private static GroupMember.Count count(Member member, String field, IndexReader reader) throws IOException {
        long posts = 0;
        long times = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            GroupMember.Count here = GroupMember.count(member, field, segment);
            posts += here.posts();
            times += here.times();
        }
        return new GroupMember.Count(posts, times);
    }
}
