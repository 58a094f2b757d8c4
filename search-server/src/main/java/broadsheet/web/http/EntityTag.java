package broadsheet.web.http;

import broadsheet.search.SearchResponse.IndexInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;

/**
 * Weak validators (RFC 9110, 8.8.3 and 13.1.2): {@code W/"7-x5dJ0aQyGq0"}. Weak, because the compressed answer carries
 * the same one.
 */
public final class EntityTag {

    private static final int DIGEST_BYTES = 9;

    private EntityTag() {}

    /**
     * The tag of an answer from the index. When it was built belongs to the tag, as an index made anew begins at
     * generation 1 again. Three things change an answer without a new generation: the number of posts, since a post with a later date becomes visible; the day, since it moves what recent
     * means; and the owner's rules.
     *
     * @param content the normalised request, and anything else that changes the answer
     */
    static String of(IndexInfo index, Clock clock, String content) {
        return State.of(index, clock).tag(content);
    }

    /**
     * All that changes an answer beside the request.
     *
     * @param index the index that answers, and the owner's rules
     * @param day today, where the site is
     * @param text both as they stand in what a tag is made of
     */
    record State(IndexInfo index, LocalDate day, String text) {

        static State of(IndexInfo index, Clock clock) {
            LocalDate day = day(index, clock);
            return new State(index, day, index.built() + " " + index.posts() + " " + index.rules() + " " + day + " ");
        }

        /** This one where nothing has changed, else the new one. */
        State now(IndexInfo current, Clock clock) {
            return index.equals(current) && day.equals(day(current, clock)) ? this : of(current, clock);
        }

        private static LocalDate day(IndexInfo index, Clock clock) {
            return LocalDate.ofInstant(clock.instant(), index.zone());
        }

        String tag(String content) {
            return EntityTag.of(index.generation() + "-", text + content);
        }
    }

    /** The tag of bytes that change with the program only. */
    static String of(byte[] body) {
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest(body)) + "\"";
    }

    private static String of(String prefix, String content) {
        byte[] digest = digest(content.getBytes(StandardCharsets.UTF_8));
        return "W/\"" + prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
    }

    /** Whether the header {@code If-None-Match} names the tag: a list, or {@code *}; strength does not matter. */
    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch.isEmpty()) {
            return false;
        }
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        for (String part : ifNoneMatch.split(",")) {
            String one = part.strip();
            if (one.equals("*") || one.equals(opaque) || one.startsWith("W/") && one.substring(2).equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] digest(byte[] content) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(content);
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
