package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.command.print.ProblemPrinter;
import broadsheet.archive.Archive;
import broadsheet.build.ArchiveOpening;
import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.build.ReadAhead;
import broadsheet.post.OneLine;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code url}: the address that each post has on its site, one post a line: {@code id TAB address}. */
@Command(name = "url", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = "Prints the address that each post has on its site: path, tab, address.", footer = {
        "", "Exit codes: 0 done; 1 an address is not in the built site; 2 usage; 66 no such posts;",
        "78 bad settings."})
final class UrlCommand implements Callable<Integer> {

    private final Console console;
    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingArguments reading = new ReadingArguments();

    @Option(names = "--verify", paramLabel = "BUILT_SITE", description = "Print only the posts whose address has no page in this folder.")
    private Optional<Path> verify = Optional.empty();

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Posts; all when none is given.")
    private List<String> paths = new ArrayList<>();

    UrlCommand(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Archive archive = ArchiveOpening.now(reading.posts(settings, command), reading.options(command));
        List<PostFile> files = chosen(archive);
        List<Post> posts = new ArrayList<>();
        new ReadAhead(reading.jobs(command)).each(files, archive::read, read -> {
            posts.addAll(read.posts());
            new ProblemPrinter(console.err()).all(OutputArguments.lost(read.problems()));
        });
        if (verify.isEmpty()) {
            posts.forEach(post -> console.out().println(OneLine.of(post.id()) + "\t" + post.url()));
            return ExitCode.OK;
        }
        return verify(posts, new BuiltSite(folder(verify.get()), archive.site().baseurl()));
    }

    /** Posts of the future are not built yet; a post's former addresses must lead somewhere, too. */
    private int verify(List<Post> all, BuiltSite site) {
        int addresses = 0;
        int missing = 0;
        for (Post post : all) {
            if (post.visibleFrom().isPresent()) {
                continue;
            }
            List<String> urls = new ArrayList<>(List.of(post.url()));
            post.formerUrls().stream().filter(url -> url.startsWith("/")).forEach(urls::add);
            for (String url : urls) {
                addresses++;
                if (!site.has(url)) {
                    missing++;
                    console.out().println(OneLine.of(post.id()) + "\t" + url);
                }
            }
        }
        console.err().println((addresses - missing) + " of " + addresses + " addresses are in the built site");
        return missing == 0 ? ExitCode.OK : ExitCode.BAD_POSTS;
    }

    private List<PostFile> chosen(Archive archive) throws BuildFailure {
        if (paths.isEmpty()) {
            return archive.files();
        }
        List<PostFile> chosen = new ArrayList<>();
        for (String path : paths) {
            chosen.add(archive.files().stream().filter(file -> isMeant(path, file)).findFirst()
                    .orElseThrow(() -> new BuildFailure(ExitCode.NO_INPUT, path + ": not a post of this archive")));
        }
        return chosen;
    }

    /** A path within the archive, or one that leads to the file from the working folder. */
    private static boolean isMeant(String path, PostFile file) {
        return file.id().equals(path) || file.path().toAbsolutePath().normalize()
                .equals(Path.of(path).toAbsolutePath().normalize());
    }

    private static Path folder(Path path) throws BuildFailure {
        if (!Files.isDirectory(path)) {
            throw new BuildFailure(ExitCode.NO_INPUT, path + ": no such folder");
        }
        return path;
    }
}
