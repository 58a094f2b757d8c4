package broadsheet.index.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * The ranking formula I(ne)B2 of the divergence-from-randomness family (Amati and van Rijsbergen 2002), the same as
 * Lucene's {@code DFRSimilarity(new BasicModelIne(), new AfterEffectB(), new NormalizationH2(1))}.
 *
 * <p>Lucene's own computes the term's weight anew for each document. Here it is worked out once a term, so that a score
 * is {@code w x / (x + 1)} with {@code x = tf log2(1 + avgdl / dl)}: as fast as BM25. It grows with tf and falls with
 * the length, as pruning by blocks of postings requires.
 */
public final class IneB2Similarity extends Similarity {

    /** One for each field that is scored and each generation that is open; a kilobyte each. */
    private static final int MOST_TABLES = 256;

    private final Map<Double, float[]> factors = new ConcurrentHashMap<>();

    @Override
    public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
        double documents = field.docCount();
        double weight = 0;
        for (TermStatistics term : terms) {
            weight += weight(documents, term.docFreq(), term.totalTermFreq());
        }
        double averageLength = field.sumTotalTermFreq() / documents;
        return new Scorer((float) (boost * weight), lengthFactor(averageLength));
    }

    /** By encoded length; 256 logarithms for each scorer would take longer than many a search. */
    private float[] lengthFactor(double averageLength) {
        if (factors.size() > MOST_TABLES) {
            factors.clear();
        }
        return factors.computeIfAbsent(averageLength, average -> {
            float[] factor = new float[256];
            for (int i = 0; i < factor.length; i++) {
                double length = Math.max(1, SmallFloat.byte4ToInt((byte) i));
                factor[i] = (float) log2(1 + average / length);
            }
            return factor;
        });
    }

    /** What one occurrence pattern of a term says: N documents, df of them have it, F times in all. */
    private static double weight(double documents, double docFreq, double totalFreq) {
        double expected = documents * (1 - Math.pow((documents - 1) / documents, totalFreq));
        return log2((documents + 1) / (expected + 0.5)) * (totalFreq + 2) / (docFreq + 1);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static final class Scorer extends SimScorer {
        private final float weight;
        private final float[] lengthFactor;

        Scorer(float weight, float[] lengthFactor) {
            this.weight = weight;
            this.lengthFactor = lengthFactor;
        }

        @Override
        public float score(float freq, long norm) {
            double x = (double) freq * lengthFactor[(int) (norm & 0xFF)];
            return (float) (weight * (x / (x + 1)));
        }
    }
}
