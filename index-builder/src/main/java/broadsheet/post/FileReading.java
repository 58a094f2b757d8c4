package broadsheet.post;

import java.util.List;

/**
 * The result of reading one file. Every entry of the file is in exactly one of three places: it became a post, it was
 * left out on purpose, or it failed (then {@code problems} has at least one error).
 *
 * @param path the file's path within the archive
 * @param posts what is to be indexed, posts of the future included
 * @param skips what was left out on purpose
 * @param failed how many entries could not be read
 * @param problems errors, warnings and repairs, in the order of the file
 */
public record FileReading(String path, List<Post> posts, List<Skip> skips, int failed, List<Problem> problems) {

    public FileReading {
        posts = List.copyOf(posts);
        skips = List.copyOf(skips);
        problems = List.copyOf(problems);
    }

    /** An entry left out on purpose, as its author or its site asks. */
    public record Skip(String id, Reason reason) {

        /** Why an entry is left out. */
        public enum Reason {
            /** {@code published: false}. */
            UNPUBLISHED,
            /** {@code draft: true}, or a file in {@code _drafts}. */
            DRAFT,
            /** {@code search: false}, {@code sitemap: false} or {@code robots: noindex}. */
            NO_INDEX,
            /** A file that its generator does not publish as a post, such as Hugo's {@code _index.md}. */
            NOT_A_POST,
            /** Excluded by the site's settings. */
            EXCLUDED
        }
    }
}
