package broadsheet.search.lucene;

import broadsheet.search.Filters;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Start;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.retrieve.Start.Part;
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
import java.util.zip.CRC32;

/**
 * The end of a page, as a caller hands it back: which index and edition of the owner's rules, the moment of the first
 * page, how many hits were shown and which was the last. Another generation or edition may order hits otherwise, so its
 * cursors are refused. A sum over it and the search tells what was mistyped or belongs to another search; it keeps no
 * secret, so a forged cursor must do no harm: all numbers are looked at, and posts that may not be seen stay hidden.
 */
record Cursor(long generation, long built, long edition, Start start) {

    private static final int PARTS = 9;
    private static final int LONGEST = 250;
    /** A clock may have been set back since; a moment ahead changes the order of hits and nothing else. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** The cursor behind the last hit of a page. */
    static Cursor behind(Found last, int hits, Instant moment, Reading reading, OwnerRules owner) {
        return new Cursor(reading.view().number(), reading.view().built().toEpochMilli(), owner.edition(),
                new Start(hits, moment, Optional.of(After.of(last))));
    }

    String text(SearchRequest request) {
        After after = start.after().orElseThrow();
        String plain = String.join(":", Long.toString(generation), Long.toString(built), Long.toString(edition),
                Long.toString(start.moment().toEpochMilli()), Integer.toString(start.hits()),
                Integer.toString(after.part().ordinal()), Integer.toString(after.document()),
                Integer.toString(Float.floatToIntBits(after.score())));
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
    static Start start(SearchRequest request, Reading reading, OwnerRules owner) {
        return request.cursor().map(text -> parse(text, request, reading, owner).start()).orElseGet(
                () -> new Start((request.page() - 1) * request.size(), reading.now(), Optional.empty()));
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
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return new SearchException.BadCursor("cursor must be one that an answer gave, was \"" + shown + "\"", shown,
                false);
    }

    /** @throws IllegalArgumentException when it is not of this form */
    private static Cursor parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(Arrays.toString(parts));
        }
        int part = Integer.parseInt(parts[5]);
        if (part < 0 || part >= Part.values().length) {
            throw new IllegalArgumentException("part " + part);
        }
        After after = new After(Part.values()[part], Integer.parseInt(parts[6]),
                Float.intBitsToFloat(Integer.parseInt(parts[7])));
        return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                new Start(Integer.parseInt(parts[4]), Instant.ofEpochMilli(Long.parseLong(parts[3])),
                        Optional.of(after)));
    }

    /** Whether an index may have given it by now. */
    private boolean isWithin(Reading reading) {
        After after = start.after().orElseThrow();
        int posts = reading.reader().maxDoc();
        return start.hits() > 0 && start.hits() <= posts && after.document() >= 0 && after.document() < posts
                && after.score() >= 0 && after.score() < Float.POSITIVE_INFINITY
                && !start.moment().isBefore(Instant.EPOCH) && !start.moment().isAfter(reading.now().plus(AHEAD));
    }
}
