package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WordForms;
import broadsheet.analysis.WrittenForms;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.Possible;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.CompoundParts;
import broadsheet.search.lucene.view.ReadWords;
import broadsheet.search.lucene.view.ReadWords.Read;
import broadsheet.search.lucene.view.Reading;
import broadsheet.words.SpellingVariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** The words of a query as one language reads them, and whether the archive has them so; for one search. */
final class TypedWords {

    private static final Pattern GROUPS = Pattern.compile("[1-9][0-9]{0,2}([ \u00A0\u2009\u202F][0-9]{3})+");

    private final IndexReader reader;
    private final TextAnalysis analysis;
    private final TextAnalysis names;
    private final ZoneId zone;
    private final ReadWords words;
    private final CompoundParts compounds;
    private final Map<String, Read> known = new HashMap<>();
    private final Map<String, Optional<BytesRef>> wholes = new HashMap<>();
    private final Budget budget;
    private final boolean alone;

    TypedWords(Reading reading, Language language) {
        this.reader = reading.reader();
        this.analysis = reading.analysis(language);
        this.names = reading.analysis(Language.of("xx"));
        this.zone = reading.zone();
        this.budget = reading.budget();
        this.alone = reading.languages().size() == 1;
        this.words = reading.words(language);
        this.compounds = new CompoundParts(reader);
    }

    Language language() {
        return analysis.language();
    }

    /** What the search may use. */
    Budget budget() {
        return budget;
    }

    /** Where the days that a query names begin and end. */
    ZoneId zone() {
        return zone;
    }

    /** The tokens of a word or quotation; each is asked for many times in a search. */
    List<Token> tokens(String text) {
        return read(text).tokens();
    }

    private Read read(String text) {
        Read read = known.get(text);
        if (read == null) {
            read = words.read(text);
            known.put(text, read);
        }
        return read;
    }

    /** The stem of a word that is one token, and those of other words that it may stand for; the commonest first. */
    List<BytesRef> stems(String word) {
        return read(word).stems();
    }

    /**
     * The stems of a word's other spellings that the archive has: {@code labor} for {@code labour} in English,
     * {@code oneill} for {@code O'Neill}.
     */
    List<BytesRef> otherSpellings(Token token) {
        return words.spellings().of(token.word(), () -> findOtherSpellings(token));
    }

    private List<BytesRef> findOtherSpellings(Token token) {
        List<String> others = new ArrayList<>(withoutApostrophe(token).stream().toList());
        if (language().code().equals("en") && !token.stopWord()) {
            others.addAll(SpellingVariants.of(token.word()));
        }
        return others.isEmpty()
                ? List.of()
                : others.stream().map(other -> analysis.tokens(other).get(0).stem()).distinct()
                        .filter(stem -> !stem.equals(token.stem()) && occurs(PostSchema.all(language()), stem))
                        .toList();
    }

    /** How a name is written without its apostrophe; nothing for {@code we'll}, whose letters are another word. */
    static Optional<String> withoutApostrophe(Token token) {
        String exact = token.exact().utf8ToString();
        int apostrophe = exact.indexOf('\'');
        return apostrophe > 0 && !WordForms.isContracted(exact.substring(apostrophe + 1))
                ? Optional.of(exact.replace("'", ""))
                : Optional.empty();
    }

    /**
     * The stem of a compound in one piece ({@code email} for {@code e-mail}), where the archive has it. Digits are one
     * number in groups alone: {@code 10 000}, not {@code 2024-03}.
     */
    Optional<BytesRef> whole(String compound) {
        return wholes.computeIfAbsent(compound, text -> whole(tokens(text), text).map(Token::stem)
                .filter(stem -> occurs(PostSchema.all(language()), stem)));
    }

    /** The same in the form of quotations. */
    Optional<BytesRef> wholeExact(List<Token> parts, String text) {
        return whole(parts, text).map(Token::exact).filter(exact -> occurs(PostSchema.EXACT, exact));
    }

    private Optional<Token> whole(List<Token> parts, String text) {
        String joined = parts.stream().map(Token::word).collect(Collectors.joining());
        boolean number = joined.chars().noneMatch(Character::isLetter);
        if (parts.size() < 2 || number && !GROUPS.matcher(text).matches()) {
            return Optional.empty();
        }
        List<Token> tokens = analysis.tokens(joined);
        return tokens.size() == 1 ? Optional.of(tokens.get(0)) : Optional.empty();
    }

    /** The parts of compounds that are written as this word in one piece: {@code e mail} for {@code email}. */
    List<String> partsOf(Token token) {
        return token.cjk()
                ? List.of()
                : words.parts().of(token.exact().utf8ToString(), () -> compounds.partsOf(token.exact()));
    }

    /** A name of several parts as one word: {@code JeanLuc} for {@code Jean-Luc}. */
    Optional<Token> nameInOnePiece(String text) {
        List<Token> parts = nameTokens(text);
        boolean joined = parts.size() > 1 && text.codePoints().noneMatch(Character::isWhitespace)
                && parts.stream().noneMatch(Token::cjk);
        List<Token> whole = joined
                ? names.tokens(parts.stream().map(Token::word).collect(Collectors.joining()))
                : List.of();
        return whole.size() == 1 ? Optional.of(whole.get(0)) : Optional.empty();
    }

    /** A text in lower case, simplified characters and plain letters, character by character where it is a run. */
    String folded(String text) {
        return analysis.folded(text);
    }

    /** The tokens of a name, which has no language. */
    List<Token> nameTokens(String text) {
        return names.tokens(text);
    }

    /**
     * Whether the word alone is a stop word of the language, which never decides whether a post matches. {@code WHO} is
     * one, too, unless the owner has named what counts as it.
     */
    boolean isStopWord(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        boolean named = word.acronym() && !word.also().isEmpty();
        return tokens.size() == 1 && tokens.get(0).stopWord() && !named && written(word.text()).length == 0;
    }

    /** The stem of a word that is one token; the empty term for others. */
    BytesRef stem(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() == 1 ? tokens.get(0).stem() : new BytesRef();
    }

    /** Whether the word is several: {@code wing-body}, {@code F-16}; they match next to each other, and score each. */
    boolean isCompound(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() > 1 && written(word.text()).length == 0 && tokens.stream().noneMatch(Token::cjk);
    }

    /** Whether the word is a run of characters without spaces, digits and letters among them: many words in one. */
    boolean isRun(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() > 1 && written(word.text()).length == 0 && tokens.stream().anyMatch(Token::cjk);
    }

    /**
     * Whether each word of a compound says something by itself, so that a post which has some of them may answer where
     * none has all. In {@code F-16} and {@code 10:30} only the whole does.
     */
    boolean isLoose(QueryNode.Word compound) {
        return tokens(compound.text()).stream()
                .allMatch(
                        token -> token.end() - token.start() > 1 && token.word().chars().noneMatch(Character::isDigit));
    }

    /** Whether the word stands for letters each by itself, as typed, and the archive writes it so. */
    boolean isAcronym(QueryNode.Word word, Token token) {
        return (word.acronym() || word.text().indexOf('.') > 0) && hasAcronym(token);
    }

    /** Whether the word stands for letters each by itself beyond doubt: {@code U.S.} is never us. */
    boolean isDotted(QueryNode.Word word, Token token) {
        return word.text().indexOf('.') > 0 && word.text().indexOf('.') < token.end() && hasAcronym(token);
    }

    /** Whether the archive has the token in capitals. */
    boolean hasAcronym(Token token) {
        return Token.has(token.acronym()) && occurs(PostSchema.EXACT, token.acronym());
    }

    /** The term of a word with signs, {@code C++}, whether the archive has it or not; else the empty term. */
    BytesRef written(String text) {
        return read(text).written();
    }

    /** The one of these forms that a token stands in. */
    static Optional<WrittenForms.Written> writtenAt(List<WrittenForms.Written> written, Token token) {
        return written.stream().filter(form -> form.start() <= token.start() && token.end() <= form.end()).findFirst();
    }

    /** Whether some post may match, told by terms alone. Where there is one language, its posts are asked themselves. */
    boolean mayMatch(Query query) throws IOException {
        return alone || new Possible(reader).matches(query);
    }

    private boolean occurs(String field, BytesRef term) {
        try {
            return reader.docFreq(new Term(field, term)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("looking up a term", e);
        }
    }
}
