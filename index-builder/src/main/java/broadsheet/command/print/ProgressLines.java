package broadsheet.command.print;

import broadsheet.build.BuildListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Plain lines where there is no terminal: at each tenth of the files, and where that takes long, every 30 seconds. */
public final class ProgressLines implements BuildListener {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final LongSupplier nanos;
    private int files;
    private int done;
    private long posts;
    private long lastLine;

    public ProgressLines(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public void started(int count) {
        files = count;
        lastLine = nanos.getAsLong();
        out.println("Reading " + count + " files");
    }

    @Override
    public void read(int more) {
        posts += more;
        done++;
        boolean tenth = (long) done * TENTHS / files > (done - 1L) * TENTHS / files;
        long now = nanos.getAsLong();
        if (tenth || now - lastLine >= PATIENCE_NANOS) {
            lastLine = now;
            out.println(String.format(Locale.ROOT, "Read %d of %d files (%d %%), %d posts", done, files,
                    done * 100L / files, posts));
        }
    }

    @Override
    public void notice(String line) {
        out.println(line);
    }

    @Override
    public void publishing() {
        out.println("Publishing");
    }
}
