package broadsheet.search.lucene;

import broadsheet.query.Note;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.AcronymUse;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.vocabulary.LuceneVocabulary;
import broadsheet.search.lucene.vocabulary.OtherSpellings;
import broadsheet.search.rules.OwnerRules;
import broadsheet.search.rules.SynonymExpansion;
import broadsheet.search.rules.SynonymExpansion.Expanded;
import broadsheet.search.suggest.CorrectedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text as people type it into the box: parsed, corrected, given the owner's synonyms. Any text is a question. */
record BoxQuestion(QueryNode typed, CorrectedQuery corrected, LuceneVocabulary words, List<Note> notes,
        Translation translation,
        Reading reading) implements Question {

    static BoxQuestion of(String text, Reading reading, OwnerRules owner, Ranking ranking) throws IOException {
        ParsedQuery parsed = QueryParser.parse(text);
        LuceneVocabulary words = new LuceneVocabulary(reading, owner.synonyms());
        CorrectedQuery corrected = corrected(parsed, words, reading);
        Expanded expanded = synonyms(owner, reading).expand(corrected.root());
        Translation translation = new QueryTranslator(reading, ranking).translate(expanded.root());
        List<Note> notes = new ArrayList<>(parsed.notes());
        notes.addAll(corrected.notes());
        notes.addAll(expanded.notes());
        translation.cut().forEach(pattern -> notes.add(cutNote(pattern)));
        notes.addAll(translation.nowhere());
        return new BoxQuestion(parsed.root(), corrected, words, notes, translation, reading);
    }

    /** A query whose correction takes too long is asked as it was typed. */
    private static CorrectedQuery corrected(ParsedQuery parsed, LuceneVocabulary words, Reading reading)
            throws IOException {
        reading.budget().begin(Budget.Step.CORRECT);
        try {
            return CorrectedQuery.of(parsed, words);
        } catch (Budget.Spent e) {
            return CorrectedQuery.asTyped(parsed);
        } finally {
            reading.budget().begin(Budget.Step.TRANSLATE);
        }
    }

    private static SynonymExpansion synonyms(OwnerRules owner, Reading reading) {
        AcronymUse acronyms = new AcronymUse(reading.reader());
        return new SynonymExpansion(owner.synonyms(), reading.languages().stream().map(reading::analysis).toList(),
                tokens -> acronyms.alone(tokens).isPresent());
    }

    private static Note cutNote(String pattern) {
        return new Note("too-many-words", "More than " + TermExpansion.MOST + " words fit " + pattern
                + "; the most frequent of them were used.");
    }

    @Override
    public String read() {
        return corrected.read();
    }

    @Override
    public Optional<String> suggestion() {
        return corrected.suggestion();
    }

    @Override
    public List<OtherSpelling> otherSpellings() throws IOException {
        return new OtherSpellings(reading, words).of(corrected.root(), corrected.read());
    }

    @Override
    public List<String> bylines(Finding finding) throws IOException {
        return new Bylines(reading, finding).named(typed);
    }
}
