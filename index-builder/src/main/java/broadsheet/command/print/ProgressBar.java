package broadsheet.command.print;

import broadsheet.build.BuildListener;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line of a terminal, drawn over and over: {@code Reading [=====     ] 450 of 900 files, 90 a second, 0:05 left, 512
 * posts}. Nothing of it stays when it is done.
 */
final class ProgressBar implements BuildListener {

    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final int CELLS = 20;
    private static final double NANOS_A_SECOND = 1e9;

    private final Console console;
    private final LongSupplier nanos;
    private long started;
    private long drawn;
    private int files;
    private int done;
    private long posts;

    ProgressBar(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
    }

    @Override
    public void started(int count) {
        files = count;
        started = nanos.getAsLong();
        draw(started, bar(0));
    }

    @Override
    public void read(int more) {
        posts += more;
        done++;
        long now = nanos.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            draw(now, bar(now - started));
        }
    }

    private String bar(long elapsed) {
        String cells = "=".repeat((int) (CELLS * (long) done / Math.max(1, files)));
        double second = done / Math.max(1, elapsed / NANOS_A_SECOND);
        long left = second > 0 ? Math.round((files - done) / second) : 0;
        return String.format(Locale.ROOT,
                "Reading [%-" + CELLS + "s] %,d of %,d files, %,.0f a second, %d:%02d left, %,d posts",
                cells, done, files, second, left / 60, left % 60, posts);
    }

    @Override
    public void publishing() {
        draw(nanos.getAsLong(), String.format(Locale.ROOT, "Publishing %,d posts", posts));
    }

    @Override
    public void notice(String line) {
        close();
        console.err().println(line);
        console.err().flush();
    }

    @Override
    public void close() {
        draw(nanos.getAsLong(), "");
        console.err().print("\r");
        console.err().flush();
    }

    /** What the line had before is covered with blanks; the last column stays free, since some terminals wrap there. */
    private void draw(long now, String line) {
        drawn = now;
        int width = Math.max(1, console.width() - 1);
        String shown = line.length() > width ? line.substring(0, width) : line;
        console.err().print("\r" + shown + " ".repeat(width - shown.length()));
        console.err().flush();
    }
}
