package broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files. */
final class Sources {

    /** The folder of the parent pom; tests run in that of their module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {}

    /** The source files of a package of either module. */
    static List<Path> of(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("index-builder", "search-server")) {
            Path folder = PROJECT.resolve(module).resolve("src/main/java").resolve(name.replace('.', '/'));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.list(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The source files of the main code of both modules. */
    static List<Path> main() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("index-builder", "search-server")) {
            try (Stream<Path> found = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
