package broadsheet.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.AfterEffectB;
import org.apache.lucene.search.similarities.BasicModelIne;
import org.apache.lucene.search.similarities.DFRSimilarity;
import org.apache.lucene.search.similarities.NormalizationH2;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;

class IneB2SimilarityTest {

    @Test
    void scoresAsLucenesOwn() {
        CollectionStatistics field = new CollectionStatistics("all_en", 5_000, 4_800, 960_000, 500_000);
        TermStatistics rare = new TermStatistics(new BytesRef("ferry"), 3, 11);
        TermStatistics common = new TermStatistics(new BytesRef("council"), 1_200, 3_000);
        Similarity lucenes = new DFRSimilarity(new BasicModelIne(), new AfterEffectB(), new NormalizationH2(1));
        for (TermStatistics[] terms : new TermStatistics[][]{{rare}, {common}, {rare, common}}) {
            Similarity.SimScorer expected = lucenes.scorer(1.5f, field, terms);
            Similarity.SimScorer actual = new IneB2Similarity().scorer(1.5f, field, terms);
            for (int length : new int[]{1, 20, 200, 5_000}) {
                long norm = SmallFloat.intToByte4(length);
                for (float freq : new float[]{1, 2, 7.5f, 100}) {
                    float want = expected.score(freq, norm);
                    assertEquals(want, actual.score(freq, norm), want * 1e-4);
                }
            }
        }
    }
}
