package broadsheet.command;

import broadsheet.post.ReadOptions;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of all commands that read posts. */
public final class ReadingArguments {

    @Option(names = "--posts", paramLabel = "DIR", description = {
            "A Jekyll or Hugo site, a folder of posts, or one file.", "May be given several times."})
    private List<Path> posts = new ArrayList<>();

    @Mixin
    private Publication publication = new Publication();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = {
            "Zone of times that name none, such as Europe/Berlin.", "Default: the site's own, else UTC."})
    private Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--lang", paramLabel = "CODE", defaultValue = "", description = {
            "Language of posts that name none, such as en.", "Default: the site's own, else guessed."})
    private String lang = "";

    @Option(names = "--jobs", paramLabel = "N", description = "Threads that read posts. Default: one for each core.")
    private Optional<Integer> jobs = Optional.empty();

    /** Flags that read posts which the site does not show. A flag may be undone: {@code --drafts=false}. */
    static final class Publication {
        @Option(names = "--drafts", arity = "0..1", fallbackValue = "true", defaultValue = "false", paramLabel = "BOOL", description = "Read drafts, too.")
        private boolean drafts;

        @Option(names = "--future", arity = "0..1", fallbackValue = "true", defaultValue = "false", paramLabel = "BOOL", description = "Show posts of the future now.")
        private boolean future;

        @Option(names = "--unpublished", arity = "0..1", fallbackValue = "true", defaultValue = "false", paramLabel = "BOOL", description = "Read posts with 'published: false', too.")
        private boolean unpublished;
    }

    /** As given, else as set; {@code broadsheet.yml} may list several. */
    public List<Path> given(Settings settings) {
        return posts.isEmpty() ? settings.list("posts").stream().map(Path::of).toList() : List.copyOf(posts);
    }

    /** @throws ParameterException when no posts are named anywhere */
    List<Path> posts(Settings settings, CommandLine command) {
        List<Path> given = given(settings);
        if (given.isEmpty()) {
            throw new ParameterException(command, "Missing required option: '--posts=DIR'");
        }
        return given;
    }

    /** @throws ParameterException when a value makes no sense */
    public ReadOptions options(CommandLine command) {
        if (!lang.isEmpty() && !lang.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")) {
            throw new ParameterException(command, "--lang must be a language code such as en, was '" + lang + "'");
        }
        ReadOptions options = ReadOptions.defaults().withDrafts(publication.drafts).withFuture(publication.future)
                .withUnpublished(publication.unpublished).withLang(lang.toLowerCase(Locale.ROOT).split("-")[0]);
        return zone.map(options::withZone).orElse(options);
    }

    int jobs(CommandLine command) {
        int threads = jobs.orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(command, "--jobs must be between 1 and 1024, was " + threads);
        }
        return threads;
    }
}
