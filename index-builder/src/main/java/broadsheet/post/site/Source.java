package broadsheet.post.site;

import broadsheet.post.PostFile;

/**
 * A file of the archive, and what its root says about it.
 *
 * @param path within the root, with slashes: {@code _posts/2024-03-05-x.md}
 * @param kind what the generator makes of a file at that path
 */
public record Source(PostFile file, Generator generator, String path, Generator.Kind kind) {}
