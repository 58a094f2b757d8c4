package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A quotation as a bonus: Lucene looks it up. No post has it that lacks one of its words. */
record PhraseClause(LuceneClause phrase, List<Listed> words) implements Clause {

    @Override
    public float most() {
        return phrase.most();
    }

    @Override
    public boolean isDear() {
        return true;
    }

    @Override
    public Scores in(Segment segment) {
        return phrase.in(segment);
    }

    @Override
    public Optional<Near> near(Segment segment) throws IOException {
        return Optional.of(Near.all(words, segment));
    }
}
