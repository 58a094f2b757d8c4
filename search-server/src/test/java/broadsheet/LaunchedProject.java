package broadsheet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project folder with a space in its name, in which the launcher itself is run with {@code /bin/sh}, with a Java and a Maven that
 * are small scripts: the Java prints its arguments one a line, the Maven writes a jar and leaves a line in {@code builds}.
 */
abstract class LaunchedProject {

    /** Newer than any JDK that the machine may have. */
    static final String NEWEST = "900.0.2";
    private static final List<String> TOOLS = List.of("awk", "cat", "dirname", "find", "grep", "ln", "mkdir",
            "mv",
            "readlink", "rm", "sed", "sleep", "touch");

    @TempDir
    Path folder;
    Path project;
    Path path;
    Path jar;

    /** What one run of the launcher left behind. */
    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void layOutAProject() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        jar = project.resolve("search-server/target/broadsheet.jar");
        Files.copy(Path.of("../broadsheet"), project.resolve("broadsheet"));
        assertTrue(project.resolve("broadsheet").toFile().setExecutable(true));
        for (String source : List.of("pom.xml", ".mvn/x", "search-server/pom.xml", "search-server/src/main/A.java")) {
            Files.createDirectories(project.resolve(source).getParent());
            Files.writeString(project.resolve(source), "");
        }
        path = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            script(path.resolve(tool), "exec " + real + " \"$@\"\n");
        }
        script(path.resolve("mvn"), """
                echo "$@" >>builds
                mkdir -p search-server/target
                echo jar >search-server/target/broadsheet.jar
                """);
        age(project, Instant.now().minusSeconds(60));
    }

    void jdk(String name, String version) throws IOException {
        Path home = folder.resolve("home/.jdks").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "echo I am " + version + "\nfor word in \"$@\"; do echo \"$word\"; done\n");
        script(home.resolve("bin/javac"), "");
    }

    void builtJar() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
    }

    long builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    Outcome launch(String... arguments) throws Exception {
        return run(project.resolve("broadsheet"), folder, arguments);
    }

    Outcome run(Path launcher, Path from, String... arguments) throws Exception {
        Process process = start(launcher, from, "run", arguments);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), Files.readString(folder.resolve("run.out")),
                Files.readString(folder.resolve("run.err")));
    }

    /** A first argument with `=` in it is a variable of the environment. */
    Process start(Path launcher, Path from, String name, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString()).directory(from.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        for (String argument : arguments) {
            if (argument.startsWith("BROADSHEET_")) {
                int equals = argument.indexOf('=');
                builder.environment().put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                builder.command().add(argument);
            }
        }
        return builder.start();
    }

    static void script(Path file, String body) throws IOException {
        Files.write(file, ("#!/bin/sh\n" + body).getBytes(StandardCharsets.UTF_8));
        assertTrue(file.toFile().setExecutable(true));
    }

    private static void age(Path tree, Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                touch(file, time);
            }
        }
    }

    static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
