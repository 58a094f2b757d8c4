package broadsheet.command.print;

import broadsheet.build.BuildListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command writes: UTF-8, whatever the system's locale, so that JSON stays JSON.
 *
 * @param out results
 * @param err everything else
 * @param interactive whether {@code err} is a terminal that can draw a line over and over
 * @param width of that terminal in columns
 */
public record Console(PrintWriter out, PrintWriter err, boolean interactive, int width) {

    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final int DEFAULT_WIDTH = 80;

    /** The console of a process; the mains hand in its streams and environment. */
    public static Console of(OutputStream out, OutputStream err, Map<String, String> environment) {
        boolean interactive = !environment.getOrDefault("TERM", "dumb").equals("dumb") && isTerminal();
        return new Console(writer(out), writer(err), interactive, width(environment));
    }

    /** How a build shows how far it is: a bar on a terminal, else lines. */
    public BuildListener progress() {
        return interactive ? new ProgressBar(this, System::nanoTime) : new ProgressLines(err, System::nanoTime);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /**
     * Java has no word for this before 22; where there is no /proc, the console's own answer for all streams is taken.
     */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STDERR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null && Files.notExists(Path.of("/proc/self"));
        }
    }

    private static int width(Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
