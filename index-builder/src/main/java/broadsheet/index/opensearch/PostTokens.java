package broadsheet.index.opensearch;

import broadsheet.index.lucene.PostText;
import java.util.List;

/** A post's words as tokens to send, and on the last of them those of its names. */
final class PostTokens {

    private PostTokens() {}

    /** The values of the field of exact forms, or of stems, of a whole post. */
    static List<String> all(PostText text, NamesOnText names, boolean stems) {
        GivenTokens given = new GivenTokens();
        for (int token = 0; token < Math.max(1, text.words()); token++) {
            if (token < text.words()) {
                text.each(stems, token, token + 1, given);
            }
            for (int name : names.on(token)) {
                for (String term : names.terms(name, stems)) {
                    given.term(names.position(token), term, true);
                }
            }
        }
        return given.values();
    }

    /** The values of a field of the headline: stems of the tokens from one (included) to another (excluded). */
    static List<String> part(PostText text, int first, int behindLast) {
        GivenTokens given = new GivenTokens();
        text.each(true, first, behindLast, given);
        return given.values();
    }
}
