package broadsheet.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tokens of a query, taken from left to right; notes say which operators were not used. */
final class TokenWalk {

    private final List<Token> tokens;
    private final QueryNotes notes;
    private int next;

    /** @param tokens with each bracket closed */
    TokenWalk(List<Token> tokens, QueryNotes notes) {
        this.tokens = tokens;
        this.notes = notes;
    }

    /** The next token; at the end of the text it is as if a bracket closed. */
    Token peek() {
        return next < tokens.size() ? tokens.get(next) : new Token.Close(0);
    }

    /** Goes on behind the next token. */
    void pass() {
        next++;
    }

    /** Takes an operator of a kind if a part follows it; of several operators in a row the first holds. */
    Optional<Token.Joint> take(Predicate<Operator> kind) {
        if (!(peek() instanceof Token.Joint joint) || !kind.test(joint.operator())) {
            return Optional.empty();
        }
        next++;
        while (peek() instanceof Token.Joint again) {
            notes.add(again.at(), "repeated-operator", "Of operators in a row only the first was used.");
            next++;
        }
        if (!isPartAhead()) {
            noteDangling(joint.at(), joint.text());
            return Optional.empty();
        }
        return Optional.of(joint);
    }

    /** Takes the signs that come next, at least one, as one sign; an exclusion holds against a plus. */
    Token.Prefix sign() {
        Token.Prefix sign = (Token.Prefix) tokens.get(next++);
        while (peek() instanceof Token.Prefix again) {
            notes.add(sign.at(), "repeated-operator", "Signs in a row were read as one.");
            sign = sign.excludes() ? sign : again;
            next++;
        }
        if (!isPartAhead() && Signs.hasWord(sign.text())) {
            noteDangling(sign.at(), sign.text());
        }
        return sign;
    }

    private boolean isPartAhead() {
        return !(peek() instanceof Token.Joint) && !(peek() instanceof Token.Close);
    }

    void noteDangling(int at, String operator) {
        notes.add(at, "dangling-operator", "%s has nothing to join or to leave out and was not used as an operator."
                .formatted(QueryNotes.shown(operator)));
    }

    /** The first operator as a word, for a query of nothing else: OR may be a place. */
    Optional<QueryNode> operatorAsWord() {
        return tokens.stream().map(token -> switch (token) {
            case Token.Joint joint -> joint.text();
            case Token.Prefix prefix -> prefix.text();
            default -> "";
        }).filter(Signs::hasWord).findFirst()
                .map(text -> new QueryNode.Word(text.substring(Signs.firstWord(text)), false));
    }
}
