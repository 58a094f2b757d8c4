package broadsheet.search.lucene;

import broadsheet.search.Filters;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.retrieve.Start;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.rules.OwnerRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The end of a page, as a caller hands it back: which index and edition of the owner's rules, the moment of the first
 * page, how many hits were shown and which was the last. Another generation or edition may order hits otherwise, so its
 * cursors are refused. A sum over it and the search tells what was mistyped or belongs to another search; it keeps no
 * secret, so a forged cursor must do no harm: all numbers are looked at, and posts that may not be seen stay hidden.
 *
 * @param hits how many stand before the page
 * @param moment from which the age of posts is counted; all pages of one search need the same
 * @param last where the last of them stands, as the engine writes it; empty where the page was asked for by its number
 */
public record Cursor(long generation, long built, long edition, int hits, Instant moment, String last) {

    /** Before what the engine writes, and behind it the sum. */
    private static final int OWN_PARTS = 5;
    /** An engine may have to name the last post; a request's line is 8 KB at most. */
    private static final int LONGEST = 6_000;
    private static final int LONGEST_SHOWN = 250;
    /** A clock may have been set back since; a moment ahead changes the order of hits and nothing else. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** The cursor behind the last hit of a page. */
    Cursor behind(int shown, String hit) {
        return new Cursor(generation, built, edition, shown, moment, hit);
    }

    String text(SearchRequest request) {
        String plain = String.join(":", Long.toString(generation), Long.toString(built), Long.toString(edition),
                Long.toString(moment.toEpochMilli()), Integer.toString(hits), last);
        String all = plain + ":" + sum(plain, request);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.US_ASCII));
    }

    /** Over the cursor and what decides the order of hits. */
    private static String sum(String plain, SearchRequest request) {
        CRC32 sum = new CRC32();
        String search = String.join("\n", plain, request.text(), request.syntax().name(), request.sort().name(),
                Boolean.toString(request.foldCopies()), text(request.filters().include()),
                text(request.filters().exclude()), request.filters().from().toString(),
                request.filters().to().toString());
        sum.update(search.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** In the order of names. */
    private static String text(Map<Filters.Name, List<String>> values) {
        return values.isEmpty() ? "{}" : new TreeMap<>(values).toString();
    }

    /** Where the page begins that a request asks for, by its cursor or its number. */
    static Cursor of(SearchRequest request, Reading reading, OwnerRules owner) {
        return request.cursor().map(text -> parse(text, request, reading, owner))
                .orElseGet(() -> new Cursor(reading.view().number(), reading.view().built().toEpochMilli(),
                        owner.edition(), (request.page() - 1) * request.size(), reading.now(), ""));
    }

    /** @throws SearchException.BadCursor when it is none, or of another generation */
    private static Cursor parse(String text, SearchRequest request, Reading reading, OwnerRules owner) {
        Cursor cursor;
        try {
            cursor = parse(text);
            if (!cursor.text(request).equals(text)) {
                throw new IllegalArgumentException("of another search, or mistyped");
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw bad(text);
        }
        if (cursor.generation != reading.view().number() || cursor.built != reading.view().built().toEpochMilli()
                || cursor.edition != owner.edition()) {
            throw new SearchException.BadCursor("the index was rebuilt since this cursor was given: start anew",
                    text, true);
        }
        if (!cursor.isWithin(reading)) {
            throw bad(text);
        }
        return cursor;
    }

    private static SearchException.BadCursor bad(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new SearchException.BadCursor("cursor must be one that an answer gave, was \"" + shown + "\"", shown,
                false);
    }

    /** @throws IllegalArgumentException when it is not of this form */
    private static Cursor parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
        if (parts.length < OWN_PARTS + 2) {
            throw new IllegalArgumentException(Arrays.toString(parts));
        }
        String last = String.join(":", Arrays.asList(parts).subList(OWN_PARTS, parts.length - 1));
        return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                Integer.parseInt(parts[4]), Instant.ofEpochMilli(Long.parseLong(parts[3])), last);
    }

    /** Whether an index may have given it by now. */
    private boolean isWithin(Reading reading) {
        return hits > 0 && hits <= reading.reader().maxDoc() && !last.isEmpty() && !moment.isBefore(Instant.EPOCH)
                && !moment.isAfter(reading.now().plus(AHEAD));
    }

    /** Where the page begins among documents of this process. */
    Start start(SearchRequest request, Reading reading) {
        Optional<After> after = last.isEmpty()
                ? Optional.empty()
                : Optional.of(parsed(request, After::parse, hit -> hit.isOf(reading.reader().maxDoc())));
        return new Start(hits, moment, after);
    }

    /**
     * What an engine has written of the last hit.
     *
     * @param parser throws {@link IllegalArgumentException} where it has not
     * @throws SearchException.BadCursor where it has not, or cannot have by now
     */
    public <T> T parsed(SearchRequest request, Function<String, T> parser, Predicate<T> within) {
        try {
            T hit = parser.apply(last);
            if (within.test(hit)) {
                return hit;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw bad(request.cursor().orElse(last));
    }
}
