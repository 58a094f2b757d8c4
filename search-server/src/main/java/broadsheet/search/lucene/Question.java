package broadsheet.search.lucene;

import broadsheet.query.Note;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a search asks the index: a text in one of the syntaxes, understood. */
public interface Question {

    /** How the text was read, in its own syntax. */
    String read();

    /** Repairs and replacements, for people. */
    List<Note> notes();

    /** The question as Lucene queries. */
    Translation translation();

    /** What it is to be asked with. */
    Reading reading();

    /** Another query that would find far more. */
    Optional<String> suggestion();

    /** Other spellings of its names; looked up when they are asked for. */
    List<OtherSpelling> otherSpellings() throws IOException;

    /** The authors whom its words name; looked up when they are asked for. */
    List<String> bylines(Finding finding) throws IOException;
}
