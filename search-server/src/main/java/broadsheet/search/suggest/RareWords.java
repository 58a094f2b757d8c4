package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import broadsheet.search.suggest.Neighbours.Neighbour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Suggests another query where a rare word has a far more frequent neighbour, {@code tempest} for {@code tempestt}, and
 * where a word that no post has has any.
 */
final class RareWords {

    /** A word in no more posts than this is rare. */
    private static final int RARE = 5;
    /** How many times as frequent a neighbour must be to be suggested. */
    private static final int FAR_MORE = 50;
    /** For a word of fewer letters nothing is suggested: it has frequent neighbours by chance. */
    private static final int SHORTEST = 5;

    private final Vocabulary words;
    private final Neighbours neighbours;
    private final PlainWords plain;
    private final Map<String, String> offers;

    /** @param offers by each typed word that no post has: its neighbour */
    RareWords(Vocabulary words, Neighbours neighbours, Map<String, String> offers) {
        this.words = words;
        this.neighbours = neighbours;
        this.offers = offers;
        this.plain = new PlainWords(words);
    }

    /** The query with each rare word replaced that has such a neighbour; empty where none has. */
    Optional<String> suggestion(QueryNode query) throws IOException {
        List<QueryNode> parts = query instanceof QueryNode.Sequence sequence ? sequence.parts() : List.of(query);
        List<QueryNode> better = new ArrayList<>();
        for (QueryNode part : parts) {
            Optional<String> frequent = part instanceof QueryNode.Word word ? other(word) : Optional.empty();
            better.add(frequent.<QueryNode>map(text -> new QueryNode.Word(text, false)).orElse(part));
        }
        return better.isEmpty() || better.equals(parts)
                ? Optional.empty()
                : Optional.of(QueryReading.of(better.size() == 1 ? better.get(0) : new QueryNode.Sequence(better)));
    }

    private Optional<String> other(QueryNode.Word word) throws IOException {
        return offers.containsKey(word.text()) ? Optional.of(offers.get(word.text())) : farMoreFrequent(word);
    }

    private Optional<String> farMoreFrequent(QueryNode.Word word) throws IOException {
        if (!plain.isPlain(word) || !word.also().isEmpty() || words.isNamed(word.text())
                || word.text().length() < SHORTEST || !Neighbours.isJudged(plain.exact(word))) {
            return Optional.empty();
        }
        String exact = plain.exact(word);
        int posts = words.frequency(exact);
        if (posts == 0 || posts > RARE) {
            return Optional.empty();
        }
        Token typed = words.tokens(word.text()).get(0);
        return neighbours.of(exact, 1, FAR_MORE * posts).stream()
                .filter(near -> near.posts() >= FAR_MORE * posts && SlipCost.of(exact, near.word()) <= 1)
                .map(Neighbour::word).filter(near -> !words.tokens(near).get(0).stem().equals(typed.stem()))
                .findFirst();
    }
}
