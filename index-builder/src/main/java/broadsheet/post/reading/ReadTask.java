package broadsheet.post.reading;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.language.LanguageGuess;
import broadsheet.post.site.Generator;
import broadsheet.post.site.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One file that is being read.
 *
 * @param source the file, and the rules of its site
 * @param options how posts are read
 * @param problems collects what is wrong in the file
 */
public record ReadTask(Source source, ReadOptions options, Problems problems) {

    /** The file's path within the archive. */
    String id() {
        return source.file().id();
    }

    Generator generator() {
        return source.generator();
    }

    /** The zone of times that are written without one. */
    ZoneId zone() {
        return generator().zone();
    }

    Instant now() {
        return options.clock().instant();
    }

    /** Says whether the posts of this file are published. */
    PublicationRule publication() {
        return new PublicationRule(options, generator().site(), zone());
    }

    /** The post with the language that its own text says, until the archive decides. */
    static Post guessed(PostBuilder post) {
        Post text = post.build();
        String signs = LanguageGuess.signs(text.title(), text.body());
        return post.lang(LanguageGuess.alone(signs), signs).build();
    }

    /** The file is one post. */
    FileReading read(Post post) {
        return new FileReading(id(), List.of(post), List.of(), 0, problems.list());
    }

    /** The file is left out on purpose. */
    FileReading skipped(Reason reason) {
        return new FileReading(id(), List.of(), List.of(new Skip(id(), reason)), 0, problems.list());
    }
}
