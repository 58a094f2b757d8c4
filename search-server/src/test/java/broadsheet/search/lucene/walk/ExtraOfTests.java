package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * What each post gets beside its words, for a walk and for Lucene: so much that the best posts by words are often not the
 * best of all, and more in some stretches of an archive than in others.
 */
final class ExtraOfTests {

    private ExtraOfTests() {}

    private static float extra(int document) {
        return (document * 31 % 17 + document / 512 * 7 % 11) / 7f;
    }

    static final Extra EXTRA = new Extra() {
        @Override
        public float most() {
            return 4;
        }

        @Override
        public OfPost in(LeafReaderContext segment) {
            return new OfPost() {
                @Override
                public float of(int document) {
                    return extra(segment.docBase + document);
                }

                @Override
                public float most(int from, int to) {
                    float most = 0;
                    for (int document = from; document < to; document++) {
                        most = Math.max(most, of(document));
                    }
                    return most;
                }
            };
        }
    };

    /** The query with that in its scores. */
    static Query added(Query query) {
        return new FunctionScoreQuery(query, new DoubleValuesSource() {
            @Override
            public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) {
                return new DoubleValues() {
                    private int post;

                    @Override
                    public double doubleValue() throws IOException {
                        return (float) scores.doubleValue() + extra(segment.docBase + post);
                    }

                    @Override
                    public boolean advanceExact(int document) throws IOException {
                        post = document;
                        return scores.advanceExact(document);
                    }
                };
            }

            @Override
            public boolean needsScores() {
                return true;
            }

            @Override
            public DoubleValuesSource rewrite(IndexSearcher searcher) {
                return this;
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }

            @Override
            public int hashCode() {
                return 1;
            }

            @Override
            public boolean equals(Object other) {
                return this == other;
            }

            @Override
            public String toString() {
                return "extra";
            }
        });
    }
}
