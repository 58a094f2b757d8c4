package broadsheet.build;

import broadsheet.post.ReadOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * The posts and the index of a build, and how it is done.
 *
 * @param posts sites, folders or files that hold the posts
 * @param index the folder of the index
 * @param reading how posts are read
 * @param full reads all posts although the last build could be carried on
 * @param allowShrink publishes although most of the posts are gone
 * @param dryRun reads and reports, and touches no index
 * @param jobs threads that read posts
 */
public record BuildOptions(List<Path> posts, Path index, ReadOptions reading, boolean full, boolean allowShrink,
        boolean dryRun, int jobs) {

    public BuildOptions {
        posts = List.copyOf(posts);
    }

    /** An incremental build with the defaults, on all cores. */
    public static BuildOptions of(List<Path> posts, Path index) {
        return new BuildOptions(posts, index, ReadOptions.defaults(), false, false, false,
                Runtime.getRuntime().availableProcessors());
    }

    public BuildOptions withReading(ReadOptions value) {
        return new BuildOptions(posts, index, value, full, allowShrink, dryRun, jobs);
    }

    public BuildOptions withFull(boolean value) {
        return new BuildOptions(posts, index, reading, value, allowShrink, dryRun, jobs);
    }

    public BuildOptions withAllowShrink(boolean value) {
        return new BuildOptions(posts, index, reading, full, value, dryRun, jobs);
    }

    public BuildOptions withDryRun(boolean value) {
        return new BuildOptions(posts, index, reading, full, allowShrink, value, jobs);
    }

    public BuildOptions withJobs(int value) {
        return new BuildOptions(posts, index, reading, full, allowShrink, dryRun, value);
    }
}
