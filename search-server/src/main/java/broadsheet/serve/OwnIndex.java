package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.web.text.Percent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Where the server keeps an index for which nobody named a folder. Never among the posts. */
final class OwnIndex {

    private static final String FOLDER = ".broadsheet";

    private OwnIndex() {}

    /**
     * {@code .broadsheet/my-site-1c291ca3} in the program's folder, the same at each start for the same posts; where
     * nothing may be written there, a new folder for temporary files.
     */
    static Path folder(List<Path> posts, Optional<Path> home) throws BuildFailure {
        String name = name(posts);
        try {
            if (home.isPresent()) {
                Path folder = home.get().resolve(FOLDER).resolve(name);
                if (mayWrite(folder)) {
                    return folder;
                }
            }
            return Files.createTempDirectory("broadsheet-").resolve(name);
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CANNOT_CREATE,
                    "no folder for the index can be made (" + e.getMessage() + "); name one with --index", e);
        }
    }

    private static boolean mayWrite(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(List<Path> posts) {
        CRC32C crc = new CRC32C();
        posts.forEach(path -> crc.update((path.toAbsolutePath().normalize() + "\n").getBytes(StandardCharsets.UTF_8)));
        Path first = posts.getFirst().toAbsolutePath().normalize().getFileName();
        String readable = first == null ? "posts" : Percent.encode(first.toString()).replace("%", "");
        return readable.substring(0, Math.min(readable.length(), 40)) + "-" + Long.toHexString(crc.getValue());
    }
}
