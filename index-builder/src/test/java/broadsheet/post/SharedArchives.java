package broadsheet.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks the real archives that lie beside a checkout, for tests that skip themselves where there are none. */
public final class SharedArchives {

    private SharedArchives() {}

    /** One folder an archive, named like it. */
    public static List<Path> unpacked(Path into) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> packed = Files.list(Path.of("../../shared/archives"))) {
            for (Path archive : packed.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList()) {
                Path folder = into.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
                Files.createDirectories(folder);
                int code = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C",
                        folder.toString()).inheritIO().start().waitFor();
                if (code != 0) {
                    throw new IOException("tar ended with " + code + " on " + archive);
                }
                folders.add(folder);
            }
            return folders;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
