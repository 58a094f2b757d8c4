package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.Language;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.Remembered;
import broadsheet.words.Familiarity;
import broadsheet.words.KnownWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.Term;

/** The word lists of an archive's languages. */
final class ArchiveWords {

    /** The share of posts that a language must have for its words to count; of slips, one in 20 is a word of another. */
    private static final double LEAST_SHARE = 0.05;

    private ArchiveWords() {}

    /** What is known of a word for a generation: a look into the lists takes ten times as long. */
    private record Known(Remembered<Familiarity> words) {
        private Known() {
            this(new Remembered<>(8_192));
        }
    }

    static Familiarity familiarity(String word, Reading reading) {
        return reading.view().kept(Known.class, Known::new).words()
                .of(word, () -> words(reading).familiarity(word));
    }

    /** The words of the languages that a share of the posts is in: a few posts in a wrongly guessed language count not. */
    private static KnownWords words(Reading reading) {
        return reading.view().kept(KnownWords.class, () -> KnownWords.of(reading.languages().stream()
                .filter(language -> posts(reading, language) >= LEAST_SHARE * reading.reader().numDocs())
                .map(Language::code).toList()));
    }

    private static int posts(Reading reading, Language language) {
        try {
            return reading.reader().docFreq(new Term(PostSchema.ANALYSIS, language.code()));
        } catch (IOException e) {
            throw new UncheckedIOException("counting the posts in " + language.code(), e);
        }
    }
}
