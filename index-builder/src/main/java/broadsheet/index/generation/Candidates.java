package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Looks for the generation to read: the current one, else an older one, the newest first, else a newer one. A newer one
 * was never made current, or the owner has gone back from it.
 *
 * @param schema the only schema that will do; empty when any does
 */
record Candidates(Generations generations, OptionalInt schema) {

    private static final int ATTEMPTS = 5;

    /**
     * What was found.
     *
     * @param generation empty when none is whole and of the schema
     * @param current the number that was current when the search began
     * @param passedOver why each one before it was not taken, in lines
     * @param otherSchema the schema of the first that was whole so far but of another schema
     */
    record Found(Optional<Generation> generation, OptionalLong current, List<String> passedOver,
            OptionalInt otherSchema) {

        Optional<GenerationStore.Opened> opened() {
            return generation.map(g -> new GenerationStore.Opened(g, !isCurrent(g), passedOver));
        }

        private boolean isCurrent(Generation found) {
            return current.isPresent() && current.getAsLong() == found.number();
        }
    }

    /** A builder may publish and sweep while this reader verifies: it then looks again. */
    Found find() throws IOException {
        Found found = find(generations.current());
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            boolean newest = found.generation().filter(found::isCurrent).isPresent();
            OptionalLong now = generations.current();
            if (newest || now.equals(found.current())) {
                return found;
            }
            found = find(now);
        }
        return found;
    }

    private Found find(OptionalLong current) throws IOException {
        List<String> passedOver = new ArrayList<>();
        if (current.isEmpty()) {
            passedOver.add(generations.index().resolve(Generations.CURRENT) + ": missing or damaged");
        }
        OptionalInt other = OptionalInt.empty();
        for (long number : order(current)) {
            try {
                Generation generation = generations.read(number);
                int written = generation.manifest().schemaVersion();
                if (schema.isPresent() && schema.getAsInt() != written) {
                    other = other.isPresent() ? other : OptionalInt.of(written);
                    passedOver.add(generation.folder() + ": schema " + written + ", this program reads schema "
                            + schema.getAsInt());
                    continue;
                }
                generations.verify(generation);
                return new Found(Optional.of(generation), current, List.copyOf(passedOver), other);
            } catch (IndexException e) {
                passedOver.add(e.getMessage());
            } catch (IOException e) {
                passedOver.add(generations.folder(number) + ": cannot be read: " + e.getMessage());
            }
        }
        return new Found(Optional.empty(), current, List.copyOf(passedOver), other);
    }

    private List<Long> order(OptionalLong current) throws IOException {
        long from = current.orElse(Long.MAX_VALUE);
        List<Long> numbers = new ArrayList<>(generations.numbers());
        if (current.isPresent() && !numbers.contains(from)) {
            numbers.add(from);
        }
        numbers.sort(Comparator.comparing((Long number) -> number > from).thenComparing(Comparator.reverseOrder()));
        return numbers;
    }
}
