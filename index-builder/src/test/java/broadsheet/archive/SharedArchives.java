package broadsheet.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks the real archives that lie beside a checkout, for tests that skip themselves where there are none. */
public final class SharedArchives {

    private static final Path PACKED = Path.of("../../shared/archives");

    private SharedArchives() {}

    /** One folder an archive, named like it. */
    public static List<Path> unpacked(Path into) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> packed = Files.list(PACKED)) {
            for (Path archive : packed.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList()) {
                folders.add(unpacked(archive.getFileName().toString().replace(".tar.gz", ""), into));
            }
        }
        return folders;
    }

    /** The folder of one archive, such as {@code opensuse-news}. */
    public static Path unpacked(String name, Path into) throws IOException {
        Path folder = Files.createDirectories(into.resolve(name));
        try {
            int code = new ProcessBuilder("tar", "-xzf",
                    PACKED.resolve(name + ".tar.gz").toAbsolutePath().toString(), "-C", folder.toString()).inheritIO()
                    .start().waitFor();
            if (code != 0) {
                throw new IOException("tar ended with " + code + " on " + name);
            }
            return folder;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
