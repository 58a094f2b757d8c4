package broadsheet.web.http;

import broadsheet.search.SearchEngine;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Spares the work of an answer that the caller has already (RFC 9110, 13). */
public final class Revalidation {

    private final SearchEngine engine;
    private final Clock clock;
    private final String edition;
    private final KeptAnswers kept;

    /** @param edition the program's version and the owner's settings, which change answers too */
    public Revalidation(SearchEngine engine, Clock clock, String edition, KeptAnswers kept) {
        this.engine = engine;
        this.clock = clock;
        this.edition = edition;
        this.kept = kept;
    }

    /**
     * A 304, or the answer with its tag; an answer that says itself how long it may be kept has none. The tag is that of the index before the answer was made: an index published
     * in between gives new content under an old tag, which costs one more request and never shows old content.
     *
     * @param content the normalised request, and anything else that changes the answer, except the index
     */
    public Answer answer(WebRequest request, String content, Supplier<Answer> made) {
        String tag = EntityTag.of(engine.index(), clock, edition + " " + content);
        if (EntityTag.matches(request.header("If-None-Match"), tag)) {
            return tagged(Answer.notModified(), tag);
        }
        Optional<Answer> before = kept.get(tag);
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer = made.get();
        if (answer.has("Cache-Control")) {
            return answer;
        }
        Answer tagged = tagged(answer, tag);
        if (answer.status() == 200) {
            kept.keep(tag, tagged);
        }
        return tagged;
    }

    private static Answer tagged(Answer answer, String tag) {
        return answer.with("ETag", tag).with("Cache-Control", Answer.REVALIDATE);
    }
}
