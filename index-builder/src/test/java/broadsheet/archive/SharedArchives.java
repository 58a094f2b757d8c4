package broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Unpacks the real archives that lie beside a checkout, for tests that skip themselves where there are none. */
public final class SharedArchives {

    private static final Path PACKED = Path.of("../../shared/archives");
    private static final Path CORPORA = Path.of("../../shared/corpora");

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

    /** A folder with the one file of JSON Lines that is a corpus, such as {@code agnews}. */
    public static Path corpus(String name, Path into) throws IOException {
        Path folder = Files.createDirectories(into.resolve(name));
        try (InputStream packed = Files.newInputStream(CORPORA.resolve(name).resolve(name + ".jsonl.gz"));
                InputStream lines = new GZIPInputStream(packed)) {
            Files.copy(lines, folder.resolve(name + ".jsonl"));
        }
        return folder;
    }
}
