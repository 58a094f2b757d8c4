package broadsheet.post;

import java.nio.file.Path;

/**
 * A file of the archive that holds a post (or several).
 *
 * @param id the path within the archive, parts apart by {@code /}
 * @param path where it lies
 */
public record PostFile(String id, Path path) {}
