package broadsheet.compare;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the two programs, with a folder of its own to work in. Both are run with the same arguments, so that paths which
 * they print are the same: the index is always {@code index} within that folder.
 *
 * @param name {@code before} or {@code after}
 * @param file the program
 * @param home its folder
 */
record Jar(String name, Path file, Path home) {

    static final String INDEX = "index";

    private static final Pattern READY = Pattern.compile("Broadsheet is ready: (http://\\S+?)/? .*");
    /**
     * As the launcher runs the program, and one flag more: Lucene draws the seed of its hash codes from the clock unless
     * {@code tests.seed} is set, and where a hash map of terms decides between equals, two runs of one jar differ.
     */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:MaxRAMPercentage=25",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
            "-Dtests.seed=" + System.getProperty("compare.seed", "1"));

    /** What a command printed, and its exit code. */
    record Ran(int code, String out, String err) {

        /** As text that two runs of one program have in common: how long they took is left out. */
        String timeless() {
            String said = "exit code " + code + "\n" + out + "\n--\n" + err;
            return said.replaceAll("\"millis\":\\d+", "\"millis\":0").replaceAll("\"tookMillis\":\\d+",
                    "\"tookMillis\":0").replaceAll("\"built\":\"[^\"]*\"", "\"built\":\"\"")
                    .replaceAll("\\d+\\.\\d s\\b", "0.0 s");
        }
    }

    /** The folder of its index. */
    Path index() {
        return home.resolve(INDEX);
    }

    /** Runs a command to its end. */
    Ran run(List<String> arguments) throws IOException, InterruptedException {
        Path out = home.resolve("out.txt");
        Path err = home.resolve("err.txt");
        int code = process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Ran(code, Files.readString(out), Files.readString(err));
    }

    /** Serves its index on a free port. */
    RunningJar serve(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--index", INDEX, "--port", "0", "--public-url",
                "https://news.example"));
        arguments.addAll(more);
        File log = home.resolve("server.txt").toFile();
        Process process = process(arguments).redirectError(log).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new RunningJar(process, ready.group(1));
            }
        }
        throw new IOException(file + " ended before it served: " + Files.readString(log.toPath()));
    }

    private ProcessBuilder process(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("BROADSHEET_"));
        return builder;
    }
}
