package broadsheet.search.lucene.match;

import broadsheet.search.lucene.match.WordGroupQuery.Member;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * How often the owner's synonyms occur in one generation. A phrase is counted once, by looking for it in all posts; there
 * are only as many as the owner wrote. Safe for many threads.
 */
public final class GroupStatistics {

    private final Map<Key, GroupMember.Count> known = new ConcurrentHashMap<>();
    private final Optional<Counter> elsewhere;

    private record Key(String field, List<TermAt> terms) {}

    /** Of an index in this process. */
    public GroupStatistics() {
        this.elsewhere = Optional.empty();
    }

    /** @param elsewhere knows the posts, where they are in no index of this process */
    public GroupStatistics(Counter elsewhere) {
        this.elsewhere = Optional.of(elsewhere);
    }

    /** In how many posts terms stand one behind the other, and how often. */
    @FunctionalInterface
    public interface Counter {
        Count of(String field, List<TermAt> terms) throws IOException;
    }

    /** @param times how often, in all these posts */
    public record Count(long posts, long times) {}

    /** The posts that have a member, and its occurrences. */
    GroupMember.Count of(Member member, String field, IndexReader reader) throws IOException {
        Key key = new Key(field, member.terms());
        GroupMember.Count count = known.get(key);
        if (count == null) {
            count = elsewhere.isPresent()
                    ? count(elsewhere.get().of(field, member.terms()))
                    : count(member, field, reader);
            known.put(key, count);
        }
        return count;
    }

    private static GroupMember.Count count(Count count) {
        return new GroupMember.Count(count.posts(), count.times());
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
