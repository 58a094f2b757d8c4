package broadsheet.command;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of all commands that use the owner's synonyms and pins. */
public final class OwnerArguments {

    @Option(names = "--synonyms", paramLabel = "FILE", description = {"Words that mean each other.",
            "Default: synonyms.txt beside broadsheet.yml, if it is there."})
    private Optional<Path> synonyms = Optional.empty();

    @Option(names = "--pins", paramLabel = "FILE", description = {"Posts that stand first for a query.",
            "Default: pins.txt beside broadsheet.yml, if it is there."})
    private Optional<Path> pins = Optional.empty();

    /** @throws BuildFailure when a file that was named is not there */
    public OwnerFiles files(Settings settings) throws BuildFailure {
        return new OwnerFiles(Optional.of(file("synonyms", synonyms, settings, OwnerFiles.SYNONYMS)),
                Optional.of(file("pins", pins, settings, OwnerFiles.PINS)));
    }

    private static OwnerFile file(String name, Optional<Path> given, Settings settings, String usual)
            throws BuildFailure {
        OwnerFile file = OwnerFile.of(given, settings.folder(), usual);
        if (file.named() && !file.isThere()) {
            throw new BuildFailure(ExitCode.CONFIGURATION, "--" + name + ": " + file.path() + " is no file");
        }
        return file;
    }
}
