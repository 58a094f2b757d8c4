package broadsheet.web.http;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.web.http.EntityTag.State;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Spares the work of an answer that the caller has already (RFC 9110, 13), or that somebody was just given. */
public final class Revalidation {

    private final SearchEngine engine;
    private final Clock clock;
    private final Supplier<String> edition;
    private final Kept kept;
    private volatile Optional<State> last = Optional.empty();

    /**
     * @param edition the program's version and the owner's settings, which change answers too
     * @param keptBytes how much of the answers is kept for those who ask the same; 0: nothing
     */
    public Revalidation(SearchEngine engine, Clock clock, Supplier<String> edition, long keptBytes) {
        this.engine = engine;
        this.clock = clock;
        this.edition = edition;
        this.kept = new Kept(keptBytes);
    }

    /**
     * A 304, or the answer with its tag; an answer that says itself how long it may be kept has none. The tag is that of the index before the answer was made: an index published
     * in between gives new content under an old tag, which costs one more request and never shows old content.
     *
     * @param content the normalised request, and anything else that changes the answer, except the index
     */
    public Answer answer(WebRequest request, String content, Supplier<Answer> made) {
        State before = state();
        String tag = before.tag(edition.get() + " " + content);
        if (EntityTag.matches(request.header("If-None-Match"), tag)) {
            return tagged(Answer.notModified(), tag);
        }
        Optional<Answer> given = kept.get(tag);
        if (given.isPresent()) {
            return given.get();
        }
        Answer answer = made.get();
        if (answer.has("Cache-Control")) {
            return answer;
        }
        Answer tagged = tagged(answer, tag);
        if (answer.status() == 200 && kept.most > 0 && before.equals(state())) {
            kept.keep(tag, tagged);
        }
        return tagged;
    }

    /** The state of now; the one before is used again, since it seldom changes and takes longer to be written. */
    private State state() {
        IndexInfo index = engine.index();
        Optional<State> known = last;
        State now = known.isPresent() ? known.get().now(index, clock) : State.of(index, clock);
        if (known.isEmpty() || known.get() != now) {
            last = Optional.of(now);
            kept.clear();
        }
        return now;
    }

    private static Answer tagged(Answer answer, String tag) {
        return answer.with("ETag", tag).with("Cache-Control", Answer.REVALIDATE);
    }

    /**
     * Answers by their tags, as many as fit: readers ask the same things. Those stay that are asked for most (W-TinyLFU,
     * Einziger and others 2017). A tag stands for one state of the index, of the owner's files and of the day, so that an
     * answer is never older than its tag says.
     */
    static final class Kept {

        /** Keeps nothing. */
        static final Kept NONE = new Kept(0);

        /** Bytes that an answer takes besides its body. */
        private static final int BESIDES = 512;
        /** Of all the room, what one answer may take: a few long ones must not push out everything. */
        private static final int SHARE = 64;

        private final long most;
        private final Cache<String, Answer> answers;

        /** @param most bytes for all answers together; 0 keeps nothing */
        Kept(long most) {
            this.most = most;
            this.answers = Caffeine.newBuilder().maximumWeight(most).executor(Runnable::run)
                    .weigher((String tag, Answer answer) -> (int) size(answer)).build();
        }

        Optional<Answer> get(String tag) {
            return most == 0 ? Optional.empty() : Optional.ofNullable(answers.getIfPresent(tag));
        }

        /** Keeps an answer if it is likely to be asked for again sooner than others. */
        void keep(String tag, Answer answer) {
            if (size(answer) <= most / SHARE) {
                answers.put(tag, answer);
            }
        }

        /** Nobody asks for them again. */
        void clear() {
            answers.invalidateAll();
        }

        private static long size(Answer answer) {
            long headers = 0;
            for (Answer.Header header : answer.headers()) {
                headers += header.name().length() + header.value().length();
            }
            return answer.body().length + headers + BESIDES;
        }
    }
}
