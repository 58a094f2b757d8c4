package broadsheet.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real program in a process of its own, which may be killed. */
final class BuilderProcess {

    private BuilderProcess() {}

    static Process start(Path site, Path index, String... more) throws IOException {
        return new ProcessBuilder(command(site, index, more)).redirectErrorStream(true).start();
    }

    /** No file that it writes can grow beyond so many blocks of 512 bytes: to the program, the disk fails. */
    static Process startOnBadDisk(int blocks, Path site, Path index, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "builder"));
        command.addAll(command(site, index, more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static List<String> command(Path site, Path index, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator,
                        File.pathSeparator),
                "broadsheet.command.IndexBuilder", "index", "--posts", site.toString(), "--index", index.toString()));
        command.addAll(List.of(more));
        return command;
    }

    /** Reads what the process writes up to a text; false when it ends before. */
    static boolean readUntil(Process process, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int c = process.getInputStream().read(); c >= 0; c = process.getInputStream().read()) {
            read.append((char) c);
            if (read.indexOf(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
