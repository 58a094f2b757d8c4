package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is done with published generations beside reading them: all are checked, or the one before is taken again. */
record Upkeep(Generations generations) {

    /**
     * Reads every byte of every generation.
     *
     * @return the current one; empty where nothing was ever published
     * @throws IndexException.Damaged which names each file that is not as it was published
     */
    Optional<Generation> verify() throws IOException {
        OptionalLong current = generations.current();
        List<Long> numbers = generations.numbers();
        if (current.isEmpty() && numbers.isEmpty()) {
            return Optional.empty();
        }
        List<String> damage = new ArrayList<>();
        if (current.isEmpty()) {
            damage.add(generations.index().resolve(Generations.CURRENT) + ": missing or damaged");
        } else if (!numbers.contains(current.getAsLong())) {
            damage.add(generations.folder(current.getAsLong()) + ": missing");
        }
        for (long number : numbers) {
            try {
                generations.verify(generations.read(number));
            } catch (IOException e) {
                // A build beside this one may have removed what nobody needs any more.
                if (Files.exists(generations.folder(number))) {
                    damage.add(e instanceof IndexException ? e.getMessage() : generations.folder(number) + ": " + e);
                }
            }
        }
        if (!damage.isEmpty()) {
            throw new IndexException.Damaged(String.join("; ", damage));
        }
        return Optional.of(generations.read(current.getAsLong()));
    }

    /** Points at the newest whole generation of a schema before the current one; empty, and nothing done, without one. */
    Optional<Generation> back(int schema) throws IOException {
        OptionalLong current = generations.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        for (long number : generations.numbers().reversed()) {
            if (number < current.getAsLong()) {
                Optional<Generation> whole = whole(number, schema);
                if (whole.isPresent()) {
                    generations.point(number);
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Generation> whole(long number, int schema) {
        try {
            Generation generation = generations.read(number);
            generations.verify(generation);
            return Optional.of(generation).filter(found -> found.manifest().schemaVersion() == schema);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
