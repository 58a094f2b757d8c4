package broadsheet.search.lucene;

import broadsheet.query.Note;
import broadsheet.search.SearchException;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.translate.LuceneSyntax;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A text in Lucene's own syntax, which programs send: it is asked as it stands, or refused. */
record LuceneQuestion(String read, Translation translation, Reading reading) implements Question {

    /** @throws SearchException.BadSyntax naming what is wrong and where */
    static LuceneQuestion of(String text, Reading reading) throws IOException {
        reading.budget().begin(Budget.Step.TRANSLATE);
        return new LuceneQuestion(text, LuceneSyntax.translate(text, reading), reading.guarded());
    }

    @Override
    public List<Note> notes() {
        return List.of();
    }

    @Override
    public Optional<String> suggestion() {
        return Optional.empty();
    }

    @Override
    public List<OtherSpelling> otherSpellings() {
        return List.of();
    }

    @Override
    public List<String> bylines(Finding finding) {
        return List.of();
    }
}
