package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import broadsheet.search.suggest.Neighbours.Neighbour;
import broadsheet.words.Familiarity;
import broadsheet.words.SpellingVariants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces each word that no post has by its likeliest neighbour, with a note; a word that is real, as {@code standpoint} or
 * {@code Oman}, is no slip and stays. Quoted words, fields, exclusions and words
 * with digits are left alone. A word with signs that no post has ({@code C++}) loses the signs. A rare word stays; when it
 * has a far more frequent neighbour, another query is suggested.
 */
final class QueryCorrector {

    /** Different words whose neighbours are looked up; a search has little time for a long text. */
    private static final int MOST_LOOKED_UP = 6;
    /** Words of the query that occur, and by which neighbours of the others are judged. */
    private static final int MOST_COMPANY = 5;
    /** Letters of the shortest word that is replaced. */
    private static final int SHORTEST = 4;
    /** Letters of the shortest word that is replaced by one in which two letters differ. */
    private static final int SHORTEST_OF_TWO = 7;

    private final Vocabulary words;
    private final Neighbours neighbours;
    private final PlainWords plain;
    private final List<Note> notes = new ArrayList<>();
    private final List<Note> added = new ArrayList<>();
    private final Set<String> lookedUp = new HashSet<>();
    private List<String> company = List.of();

    QueryCorrector(Vocabulary words) {
        this.words = words;
        this.neighbours = new Neighbours(words);
        this.plain = new PlainWords(words);
    }

    /**
     * A query in the archive's own words.
     *
     * @param notes one for each replaced word
     * @param added one for a word that stays and for which another is searched, too; empty where {@code notes} is not
     * @param suggestion a query that would find far more
     */
    record Corrected(QueryNode root, List<Note> notes, List<Note> added, Optional<String> suggestion) {}

    Corrected correct(QueryNode root) throws IOException {
        if (words.isEmpty()) {
            return new Corrected(root, List.of(), List.of(), Optional.empty());
        }
        company = root instanceof QueryNode.Sequence sequence ? known(sequence.parts()) : List.of();
        List<QueryNode> parts = corrected(root);
        QueryNode corrected = parts.size() == 1 ? parts.get(0) : new QueryNode.Sequence(parts);
        if (notes.isEmpty() && root instanceof QueryNode.Sequence sequence) {
            corrected = inContext(sequence);
        }
        return new Corrected(corrected, List.copyOf(notes), List.copyOf(added), suggestion(corrected));
    }

    /**
     * The query with the one slip that keeps it from being found and the word that was meant, where words alone were
     * typed. Both are searched, since the word as typed is one of the archive's.
     */
    private QueryNode inContext(QueryNode.Sequence typed) throws IOException {
        List<QueryNode.Word> all = new ArrayList<>();
        for (QueryNode part : typed.parts()) {
            if (!(part instanceof QueryNode.Word word) || words.tokens(word.text()).isEmpty()) {
                return typed;
            }
            all.add(word);
        }
        Optional<SlipFinder.Slip> slip = new SlipFinder(words, neighbours).in(all.stream()
                .map(word -> new SlipFinder.Typed(word.text(), plain.isStopWord(word), plain.isPlain(word))).toList());
        if (slip.isEmpty()) {
            return typed;
        }
        QueryNode.Word wrong = all.get(slip.get().place());
        QueryNode.Word either = new QueryNode.Word(wrong.text(), wrong.acronym(), List.of(slip.get().meant()));
        added.add(new Note("also-searched", "No post has all of \"" + QueryReading.of(typed) + "\". Also searched: \""
                + slip.get().meant() + "\" for " + wrong.text()
                + ". Quotation marks keep a word as it was typed."));
        return new QueryNode.Sequence(all.stream().<QueryNode>map(w -> w == wrong ? either : w).toList());
    }

    private Optional<String> suggestion(QueryNode corrected) throws IOException {
        int parts = corrected instanceof QueryNode.Sequence sequence ? sequence.parts().size() : 1;
        return parts > MOST_LOOKED_UP ? Optional.empty() : new RareWords(words, neighbours).suggestion(corrected);
    }

    private List<String> known(List<QueryNode> parts) throws IOException {
        List<String> known = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof QueryNode.Word word && plain.isPlain(word) && !plain.isStopWord(word)
                    && words.occurs(word.text())) {
                known.add(word.text());
            }
        }
        return known.stream().distinct().limit(MOST_COMPANY).toList();
    }

    /** The node, or the words in its place. */
    private List<QueryNode> corrected(QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Word word -> corrected(word);
            case QueryNode.Sequence sequence -> List.of(new QueryNode.Sequence(inSequence(sequence.parts())));
            case QueryNode.InField field -> List.of(field);
            case QueryNode.Not not -> List.of(not);
            default -> List.of(node.with(each(node.children())));
        };
    }

    private List<QueryNode> each(List<QueryNode> parts) throws IOException {
        List<QueryNode> corrected = new ArrayList<>();
        for (QueryNode part : parts) {
            corrected.add(one(part));
        }
        return corrected;
    }

    private QueryNode one(QueryNode node) throws IOException {
        List<QueryNode> parts = corrected(node);
        return parts.size() == 1 ? parts.get(0) : new QueryNode.Sequence(parts);
    }

    private List<QueryNode> inSequence(List<QueryNode> parts) throws IOException {
        List<QueryNode> corrected = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> joined = i + 1 < parts.size() ? joined(parts.get(i), parts.get(i + 1)) : Optional.empty();
            if (joined.isPresent()) {
                note(QueryReading.of(parts.get(i)) + " " + QueryReading.of(parts.get(i + 1)), joined.get());
                corrected.add(new QueryNode.Word(joined.get(), false));
                i++;
            } else {
                corrected.addAll(corrected(parts.get(i)));
            }
        }
        return corrected;
    }

    /** Two typed words that are one in the archive, where at least one of them occurs nowhere. */
    private Optional<String> joined(QueryNode left, QueryNode right) throws IOException {
        boolean both = left instanceof QueryNode.Word l && plain.isPlain(l) && right instanceof QueryNode.Word r
                && plain.isPlain(r);
        if (!both || words.occurs(((QueryNode.Word) left).text()) && words.occurs(((QueryNode.Word) right).text())) {
            return Optional.empty();
        }
        return neighbours.together(plain.exact((QueryNode.Word) left), plain.exact((QueryNode.Word) right));
    }

    /** Whether a word is spelt rightly whatever the archive has: a word of its languages, a name, letters in capitals. */
    private boolean isReal(String word) {
        return words.familiarity(word).compareTo(Familiarity.NAME) <= 0 || isInCapitals(word);
    }

    /** {@code harbour} for {@code harbor} where no post has that; the word itself where no post has its other spelling. */
    private QueryNode.Word inOtherSpelling(QueryNode.Word word) throws IOException {
        for (String other : SpellingVariants.of(plain.exact(word))) {
            if (words.occurs(other)) {
                note(word.text(), other);
                return new QueryNode.Word(other, false);
            }
        }
        return word;
    }

    private static boolean isInCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    private List<QueryNode> corrected(QueryNode.Word word) throws IOException {
        if (words.lacksWritten(word.text())) {
            return List.of(withoutSigns(word));
        }
        if (isCompound(word)) {
            return List.of(compound(word));
        }
        if (!plain.isPlain(word) || !Neighbours.isJudged(plain.exact(word))) {
            return List.of(word);
        }
        if (isReal(word.text())) {
            return List.of(words.occurs(word.text()) ? word : inOtherSpelling(word));
        }
        String exact = plain.exact(word);
        if (words.occurs(word.text())) {
            Optional<String> meant = meant(word);
            meant.ifPresent(near -> note(word.text(), near));
            return List.of(meant.<QueryNode>map(near -> new QueryNode.Word(near, false)).orElse(word));
        }
        int edits = mostEdits(word);
        if (edits == 0 || !mayLookUp(exact)) {
            return List.of(word);
        }
        Optional<Neighbour> best = neighbours.best(exact, company, edits);
        boolean maySplit = edits > 1 && (best.isEmpty() || SlipCost.of(exact, best.get().word()) > 1.5);
        List<String> apart = maySplit ? neighbours.apart(exact) : List.of();
        List<String> instead = apart.isEmpty() ? best.stream().map(Neighbour::word).toList() : apart;
        if (instead.isEmpty()) {
            return List.of(word);
        }
        note(word.text(), String.join(" ", instead));
        return instead.stream().<QueryNode>map(text -> new QueryNode.Word(text, false)).toList();
    }

    /**
     * How many letters may be amiss in a word that is in no list. Short words have neighbours everywhere; with a capital,
     * or in the list of rare names, it may well be a name.
     */
    private int mostEdits(QueryNode.Word word) {
        int length = plain.exact(word).length();
        if (length < SHORTEST) {
            return 0;
        }
        boolean name = Character.isUpperCase(word.text().codePointAt(0))
                || words.familiarity(word.text()) == Familiarity.RARE_NAME;
        return length < SHORTEST_OF_TWO || name ? 1 : 2;
    }

    /**
     * {@code government} for {@code goverment}, which has the stem of {@code governess}: a word that no post has, with
     * the stem of others that are no forms of it, and one letter from a word that more posts have.
     */
    private Optional<String> meant(QueryNode.Word word) throws IOException {
        int byStem = words.postsByStem(word.text());
        if (byStem == 0 || words.hasOtherEnding(word.text()) || !mayLookUp(plain.exact(word))) {
            return Optional.empty();
        }
        return neighbours.best(plain.exact(word), company, 1)
                .filter(near -> near.posts() >= byStem && SlipCost.of(plain.exact(word), near.word()) <= 1)
                .map(Neighbour::word).filter(near -> !words.shareStem(word.text(), near));
    }

    private boolean mayLookUp(String exact) {
        return lookedUp.contains(exact) || lookedUp.size() < MOST_LOOKED_UP && lookedUp.add(exact);
    }

    /** {@code C} for {@code C++}, where no post has that. */
    private QueryNode withoutSigns(QueryNode.Word word) {
        List<String> rest = words.tokens(word.text()).stream()
                .map(token -> word.text().substring(token.start(), token.end())).toList();
        if (rest.isEmpty()) {
            return word;
        }
        String text = String.join(" ", rest);
        note(word.text(), text);
        return rest.size() == 1 ? new QueryNode.Word(text, false) : new QueryNode.Phrase(text, 0);
    }

    /** {@code third-qurater} with the one part that occurs nowhere replaced. */
    private QueryNode.Word compound(QueryNode.Word word) throws IOException {
        StringBuilder corrected = new StringBuilder(word.text());
        List<Token> tokens = words.tokens(word.text());
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (lookedUp.size() < MOST_LOOKED_UP && Neighbours.isJudged(token.exact().utf8ToString())
                    && !isReal(token.word()) && !words.occurs(token.word())
                    && lookedUp.add(token.exact().utf8ToString())) {
                Optional<Neighbour> best = neighbours.best(token.exact().utf8ToString(), company, 1);
                best.ifPresent(near -> corrected.replace(token.start(), token.end(), near.word()));
            }
        }
        if (!corrected.toString().equals(word.text())) {
            note(word.text(), corrected.toString());
        }
        return new QueryNode.Word(corrected.toString(), word.acronym());
    }

    /** Words of letters joined by hyphens. */
    private boolean isCompound(QueryNode.Word word) {
        return word.text().indexOf('-') > 0 && words.tokens(word.text()).size() > 1
                && word.text().codePoints().allMatch(c -> Character.isLetter(c) || c == '-');
    }

    private void note(String typed, String shown) {
        notes.add(new Note("corrected", "No post has \"" + typed + "\". Showing \"" + shown
                + "\". Quotation marks keep a word as it was typed."));
    }
}
