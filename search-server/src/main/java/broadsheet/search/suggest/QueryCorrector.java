package broadsheet.search.suggest;

import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces each word that no post has by its likeliest neighbour, with a note; a word that is real, as {@code standpoint} or
 * {@code Oman}, is no slip and stays. Quoted words, fields, exclusions and words with digits are left alone. A word with
 * signs that no post has ({@code C++}) loses the signs. Another query is suggested where a word that stays is in no post
 * or in few, and has a neighbour.
 */
final class QueryCorrector {

    /** Words of the query that occur, and by which neighbours of the others are judged. */
    private static final int MOST_COMPANY = 5;

    private final Vocabulary words;
    private final Neighbours neighbours;
    private final PlainWords plain;
    private final WordCorrector corrector;
    private final List<Note> added = new ArrayList<>();

    private QueryCorrector(Vocabulary words, QueryNode root) throws IOException {
        this.words = words;
        this.neighbours = new Neighbours(words);
        this.plain = new PlainWords(words);
        this.corrector = new WordCorrector(words, neighbours,
                root instanceof QueryNode.Sequence sequence ? known(sequence.parts()) : List.of());
    }

    /**
     * A query in the archive's own words.
     *
     * @param notes one for each replaced word
     * @param added one for a word that stays and for which another is searched, too, or offered; empty where
     *     {@code notes} is not
     * @param suggestion a query that would find more
     */
    record Corrected(QueryNode root, List<Note> notes, List<Note> added, Optional<String> suggestion) {}

    static Corrected correct(QueryNode root, Vocabulary words) throws IOException {
        return words.isEmpty()
                ? new Corrected(root, List.of(), List.of(), Optional.empty())
                : new QueryCorrector(words, root).correct(root);
    }

    private Corrected correct(QueryNode root) throws IOException {
        QueryNode corrected = one(root);
        if (!corrector.notes().isEmpty()) {
            return new Corrected(corrected, corrector.notes(), List.of(), Optional.empty());
        }
        if (corrected instanceof QueryNode.Sequence sequence) {
            corrected = inContext(sequence);
        }
        Optional<String> suggestion = suggestion(corrected);
        return new Corrected(corrected, List.of(), List.copyOf(added), suggestion);
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
                .map(word -> new SlipFinder.Typed(word.text(), plain.isStopWord(word), mayBeSlip(word))).toList());
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

    private boolean mayBeSlip(QueryNode.Word word) {
        return plain.isPlain(word) && word.also().isEmpty() && !words.isNamed(word.text())
                && !QueryNode.Field.isName(word.text());
    }

    /** The query with a neighbour in the place of each word that few posts have, or none. */
    private Optional<String> suggestion(QueryNode corrected) throws IOException {
        Map<String, String> offers = corrector.offers();
        offers.keySet().stream().sorted().forEach(
                typed -> added.add(new Note("absent-word", "No post has \"" + typed + "\".")));
        int parts = corrected instanceof QueryNode.Sequence sequence ? sequence.parts().size() : 1;
        return parts > WordCorrector.MOST_LOOKED_UP
                ? Optional.empty()
                : new RareWords(words, neighbours, offers).suggestion(corrected);
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
            case QueryNode.Word word -> corrector.corrected(word);
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
                corrector.note(QueryReading.of(parts.get(i)) + " " + QueryReading.of(parts.get(i + 1)), joined.get());
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
        boolean both = left instanceof QueryNode.Word l && mayBeSlip(l) && right instanceof QueryNode.Word r
                && mayBeSlip(r);
        if (!both || words.occurs(((QueryNode.Word) left).text()) && words.occurs(((QueryNode.Word) right).text())) {
            return Optional.empty();
        }
        return neighbours.together(plain.exact((QueryNode.Word) left), plain.exact((QueryNode.Word) right));
    }
}
