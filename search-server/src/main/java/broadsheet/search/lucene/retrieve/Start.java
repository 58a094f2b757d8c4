package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.retrieve.Retrieval.Found;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a page begins: behind a number of hits. Where the last of these is known, none of them is looked for again, and
 * page 3,400 costs what page 1 costs.
 *
 * @param hits how many stand before
 * @param moment from which the age of posts is counted; all pages of one search need the same
 * @param after the last hit before, where a cursor gave it
 */
public record Start(int hits, Instant moment, Optional<After> after) {

    /** The first page. */
    public static Start first(Instant moment) {
        return new Start(0, moment, Optional.empty());
    }

    /** The parts of a list of hits, in their order. */
    public enum Part {
        PINS,
        ALL_WORDS,
        SOME_WORDS;

        /** @throws IllegalArgumentException when there is none of this number */
        public static Part of(int number) {
            if (number < 0 || number >= values().length) {
                throw new IllegalArgumentException("part " + number);
            }
            return values()[number];
        }
    }

    /** A hit by its document number; {@code score} is what it was ordered by. */
    public record After(Part part, int document, float score) {

        public static After of(Found hit) {
            Part words = hit.complete() ? Part.ALL_WORDS : Part.SOME_WORDS;
            return new After(hit.pinned() ? Part.PINS : words, hit.document(), (float) hit.score());
        }

        /** As a cursor keeps it: {@code 1:42:1078530011}. */
        public String text() {
            return part.ordinal() + ":" + document + ":" + Float.floatToIntBits(score);
        }

        /** @throws IllegalArgumentException when it is not of this form */
        public static After parse(String text) {
            String[] parts = text.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(text);
            }
            return new After(Part.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]),
                    Float.intBitsToFloat(Integer.parseInt(parts[2])));
        }

        /** Whether an index of so many posts may have given it. */
        public boolean isOf(int posts) {
            return document >= 0 && document < posts && score >= 0 && score < Float.POSITIVE_INFINITY;
        }
    }

    /** Where the part of the hit before begins: 0 for all, since a search goes on behind it. */
    private int skipped() {
        return after.isPresent() ? 0 : hits;
    }

    /** How many hits of the parts that are looked at are needed for a page. */
    int upTo(int size) {
        return skipped() + size;
    }

    /** A page out of the hits that were found. */
    List<Found> page(List<Found> found) {
        return found.subList(Math.min(skipped(), found.size()), found.size());
    }

    /** The pins that this page may show. */
    List<Found> pins(List<Found> all, int size) {
        boolean shown = after.isPresent() && after.get().part() != Part.PINS;
        int from = shown ? all.size() : Math.min(after.isPresent() ? hits : 0, all.size());
        return all.subList(from, Math.min(all.size(), from + upTo(size)));
    }

    /** Whether the page may have hits of a part. */
    boolean reaches(Part part) {
        return after.isEmpty() || after.get().part().compareTo(part) <= 0;
    }

    /** The hit of a part behind which to go on; empty where the part is read from its first hit on. */
    Optional<After> in(Part part) {
        return after.filter(hit -> hit.part() == part);
    }
}
