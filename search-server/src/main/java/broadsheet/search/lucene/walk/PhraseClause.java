package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** A quotation as a bonus: Lucene looks it up. No post has it that lacks one of its words. */
record PhraseClause(LuceneClause phrase, List<Listed> words) implements Clause {

    @Override
    public float most() {
        return phrase.most();
    }

    @Override
    public Scores in(Segment segment) {
        return phrase.in(segment);
    }

    @Override
    public boolean among(FixedBitSet posts, Segment segment, FixedBitSet into) throws IOException {
        SumClause.every(posts, words, segment, into);
        return true;
    }
}
