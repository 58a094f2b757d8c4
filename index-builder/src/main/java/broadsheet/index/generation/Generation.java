package broadsheet.index.generation;

import java.nio.file.Path;

/**
 * One published state of an index; its files never change.
 *
 * @param number rises with each publication: 42
 * @param folder where its files lie: {@code index/g-000000000042}
 * @param manifest what was published
 */
public record Generation(long number, Path folder, Manifest manifest) {}
