package broadsheet.search.lucene.vocabulary;

import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The posts of an index in this process. */
record KeptCards(Reading reading) implements CompletionSource {

    @Override
    public void each(Taker taker) throws IOException {
        IndexReader reader = reading.reader();
        FixedBitSet hidden = MatchSet.of(reading, PostSchema.hiddenAt(reading.now())).documents();
        Bits live = MultiBits.getLiveDocs(reader);
        StoredPosts posts = new StoredPosts(reader);
        Pace pace = new Pace();
        for (int document = 0; document < reader.maxDoc(); document++) {
            pace.step();
            if (!hidden.get(document) && (live == null || live.get(document))) {
                PostCard post = posts.card(document);
                taker.headline(post.title(), post.date().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                        reading.stories().storyOf(document));
                for (List<String> values : List.of(post.authors(), post.categories(), post.tags())) {
                    values.forEach(name -> taker.name(name, 1));
                }
            }
        }
    }
}
