package broadsheet.web.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that were asked for last, by their tags, as many as fit: readers ask the same things. A tag stands for
 * one state of the index, of the owner's files and of the day, so that an answer is never older than its tag says.
 */
public final class KeptAnswers {

    /** Keeps nothing. */
    public static final KeptAnswers NONE = new KeptAnswers(0);

    /** Bytes that an answer takes besides its body. */
    private static final int BESIDES = 512;
    /** Of all the room, what one answer may take: a few long ones must not push out everything. */
    private static final int SHARE = 64;

    private final long most;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, .75f, true);
    private long bytes;

    /** @param most bytes for all answers together; 0 keeps nothing */
    public KeptAnswers(long most) {
        this.most = most;
    }

    synchronized Optional<Answer> get(String tag) {
        return most == 0 ? Optional.empty() : Optional.ofNullable(answers.get(tag));
    }

    /** Keeps an answer in the place of those that were not asked for the longest. */
    synchronized void keep(String tag, Answer answer) {
        if (size(answer) > most / SHARE || answers.put(tag, answer) != null) {
            return;
        }
        bytes += size(answer);
        Iterator<Answer> oldest = answers.values().iterator();
        while (bytes > most) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Answer answer) {
        return answer.body().length + BESIDES;
    }
}
