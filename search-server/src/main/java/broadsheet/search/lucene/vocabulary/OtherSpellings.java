package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Other spellings of the names in a query that the archive has: {@code Qaida} for {@code al-Qaeda}. They are offered and
 * never searched by themselves. A word is a name when the texts write it so; another is a spelling of it when it
 * {@linkplain NameSounds sounds} alike, stands in the same {@linkplain NameContext company}, and not beside it.
 */
public final class OtherSpellings {

    /** About a megabyte. */
    private static final int MOST_KNOWN = 10_000;

    private final Reading reading;
    private final LuceneVocabulary words;
    private final Ranking.Names limits;
    private final Map<String, Double> weights = new HashMap<>();

    public OtherSpellings(Reading reading, LuceneVocabulary words) {
        this.reading = reading;
        this.words = words;
        this.limits = Ranking.NAMES;
    }

    /** The spellings on offer, those of the first name first, the most frequent first. @param read the query's reading */
    public List<OtherSpelling> of(QueryNode root, String read) throws IOException {
        List<Token> typed = new ArrayList<>();
        addTokens(root, typed);
        List<OtherSpelling> found = new ArrayList<>();
        for (Token token : typed.size() > limits.words() ? List.<Token>of() : typed) {
            for (Candidate candidate : known(token)) {
                replaced(read, token.word(), candidate.written())
                        .ifPresent(
                                query -> found.add(new OtherSpelling(candidate.written(), candidate.posts(), query)));
            }
        }
        return found.isEmpty() ? List.of() : found.stream().distinct().limit(limits.most()).toList();
    }

    private void addTokens(QueryNode node, List<Token> tokens) {
        switch (node) {
            case QueryNode.Word word -> addNames(word.text(), tokens);
            case QueryNode.Phrase phrase -> addNames(phrase.text(), tokens);
            case QueryNode.InField field -> {
            }
            case QueryNode.Not not -> {
            }
            // Patterns, which have no parts, ask for several spellings already.
            default -> node.children().forEach(part -> addTokens(part, tokens));
        }
    }

    private void addNames(String text, List<Token> tokens) {
        for (Token token : words.tokens(text)) {
            if (!token.stopWord() && token.exact().length >= limits.shortest() && isPlain(token.exact())) {
                tokens.add(token);
            }
        }
    }

    /** Whether a form has no letters but a to z. */
    private static boolean isPlain(BytesRef form) {
        for (int i = form.offset; i < form.offset + form.length; i++) {
            if (form.bytes[i] < 'a' || form.bytes[i] > 'z') {
                return false;
            }
        }
        return true;
    }

    /** The spellings of one generation that have been looked for. */
    private record Known(Map<BytesRef, List<Candidate>> byName) {
        Known() {
            this(new ConcurrentHashMap<>());
        }
    }

    /** Another spelling, as it is written, and how many posts have it. */
    record Candidate(String written, int posts) {}

    /** People ask for the same names again and again, and most words are asked for to learn that they are none. */
    private List<Candidate> known(Token token) throws IOException {
        if (!words.areAllSeen()) {
            return candidates(token);
        }
        Map<BytesRef, List<Candidate>> known = reading.view().kept(Known.class, Known::new).byName();
        List<Candidate> found = known.get(token.exact());
        if (found == null) {
            found = candidates(token);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(BytesRef.deepCopyOf(token.exact()), found);
        }
        return found;
    }

    private List<Candidate> candidates(Token token) throws IOException {
        String name = token.exact().utf8ToString();
        Terms terms = MultiTerms.getTerms(reading.reader(), PostSchema.EXACT);
        if (terms == null || words.frequency(name) < limits.fewest()) {
            return List.of();
        }
        NameContext context = context(token.exact());
        if (!context.isName()) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        TermsEnum alike = new CompiledAutomaton(NameSounds.like(name)).getTermsEnum(terms);
        for (BytesRef term = alike.next(); term != null; term = alike.next()) {
            if (term.length >= limits.shortest() && alike.docFreq() >= limits.fewest() && !term.equals(token.exact())) {
                BytesRef other = BytesRef.deepCopyOf(term);
                judged(token, context, other).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingInt(Candidate::posts).reversed().thenComparing(Candidate::written));
        return found;
    }

    private Optional<Candidate> judged(Token token, NameContext context, BytesRef other) throws IOException {
        String spelling = other.utf8ToString();
        int posts = words.frequency(spelling);
        if (posts < limits.fewest() || words.tokens(spelling).get(0).stem().equals(token.stem())) {
            return Optional.empty();
        }
        NameContext there = context(other);
        if (!there.isName() || context.likeness(there, this::weight) < limits.likeness()) {
            return Optional.empty();
        }
        int fewer = Math.min(posts, words.frequency(token.exact().utf8ToString()));
        int together = words.together(List.of(token.exact().utf8ToString(), spelling));
        return together > limits.together() * fewer
                ? Optional.empty()
                : Optional.of(new Candidate(there.written(), posts));
    }

    private double weight(String name) {
        return weights.computeIfAbsent(name, key -> {
            try {
                int posts = reading.reader().docFreq(new Term(PostSchema.EXACT, key));
                return Math.log((reading.reader().numDocs() + 1.0) / (posts + 0.5));
            } catch (IOException e) {
                throw new UncheckedIOException("looking up " + key, e);
            }
        });
    }

    /** Some posts that have the word, spread over the archive. */
    private NameContext context(BytesRef term) throws IOException {
        NameContext context = new NameContext(term.utf8ToString());
        reading.searcher().eachText(term, limits.samples(), text -> {
            context.read(text);
            return !context.isNoName();
        });
        return context;
    }

    /** The reading with the other spelling in the place of the typed one. */
    private static Optional<String> replaced(String read, String typed, String other) {
        int at = read.indexOf(typed);
        return at < 0
                ? Optional.empty()
                : Optional.of(read.substring(0, at) + other + read.substring(at + typed.length()));
    }
}
