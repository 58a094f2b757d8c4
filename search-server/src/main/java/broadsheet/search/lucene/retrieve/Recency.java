package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.retrieve.DateBounds.Parts;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.walk.Extra;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** The share of its score that a post gets for being new: all of {@link Ranking#recency()} today, half of it a pivot ago. */
final class Recency {

    /** The share of an undated post: that of a post two pivots old, in the middle of an archive. */
    private static final float UNDATED = 1 / 3f;

    private final Ranking ranking;
    private final Instant now;

    Recency(Ranking ranking, Instant now) {
        this.ranking = ranking;
        this.now = now;
    }

    /** The query with that share in its scores; matches the same posts. */
    Query added(Query query, IndexReader reader) throws IOException {
        BooleanQuery.Builder fresh = new BooleanQuery.Builder().add(query, Occur.MUST);
        shares(reader).forEach(share -> fresh.add(share, Occur.SHOULD));
        return fresh.build();
    }

    /** That share alone: of dated posts, and of undated ones where there are any. */
    List<Query> shares(IndexReader reader) throws IOException {
        List<Query> shares = new ArrayList<>();
        shares.add(LongField.newDistanceFeatureQuery(PostFields.DATE, ranking.recency(), now.toEpochMilli(),
                ranking.recencyPivot().toMillis()));
        // Dates are counted with those of deleted posts, so posts are, too.
        if (PointValues.getDocCount(reader, PostFields.DATE) < reader.maxDoc()) {
            Query undated = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                    .add(new FieldExistsQuery(PostFields.DATE), Occur.MUST_NOT).build();
            shares.add(new BoostQuery(new ConstantScoreQuery(undated), undated()));
        }
        return shares;
    }

    /** The same share for a walk, by the same formula. */
    Extra extra(IndexView view) {
        DateBounds bounds = view.kept(DateBounds.class, () -> new DateBounds(view.reader().leaves()));
        return new Extra() {
            @Override
            public float most() {
                return ranking.recency();
            }

            @Override
            public OfPost in(LeafReaderContext segment) throws IOException {
                return new InSegment(DocValues.getSortedNumeric(segment.reader(), PostFields.DATE),
                        bounds.in(segment));
            }
        };
    }

    private final class InSegment implements Extra.OfPost {
        private final SortedNumericDocValues dates;
        private final Parts parts;

        InSegment(SortedNumericDocValues dates, Parts parts) {
            this.dates = dates;
            this.parts = parts;
        }

        @Override
        public float of(int document) throws IOException {
            return dates.advanceExact(document) ? share(dates.nextValue()) : undated();
        }

        @Override
        public float most(int from, int to) {
            if (parts.isEmpty()) {
                return ranking.recency();
            }
            float most = 0;
            for (int part = Parts.part(from); part <= Parts.part(to - 1); part++) {
                most = Math.max(most, most(part));
            }
            return most;
        }

        private float most(int part) {
            long earliest = parts.earliest()[part];
            long latest = parts.latest()[part];
            float undated = parts.undated()[part] ? undated() : 0;
            if (earliest > latest) {
                return undated;
            }
            // a date to come is as far away as one that is past
            long moment = now.toEpochMilli();
            return Math.max(undated, share(Math.clamp(moment, earliest, latest)));
        }
    }

    private float share(long date) {
        double pivot = ranking.recencyPivot().toMillis();
        return (float) (ranking.recency() * (pivot / (pivot + Math.abs((double) date - now.toEpochMilli()))));
    }

    private float undated() {
        return ranking.recency() * UNDATED;
    }
}
