package broadsheet.search.snippet;

/** Sentences of a post that stand together, by the numbers of the first and the last. */
record Stretch(int first, int last) {

    boolean holds(int sentence) {
        return first <= sentence && sentence <= last;
    }

    boolean holds(Stretch other) {
        return first <= other.first && other.last <= last;
    }

    boolean overlaps(Stretch other) {
        return first <= other.last && other.first <= last;
    }

    /** From the first sentence of both to the last one of both. */
    Stretch with(Stretch other) {
        return new Stretch(Math.min(first, other.first), Math.max(last, other.last));
    }
}
