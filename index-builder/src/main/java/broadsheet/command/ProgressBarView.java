package broadsheet.command;

import broadsheet.build.BuildListener;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal: files done, files a second, time left, posts so far. Nothing of it stays when it is done. */
final class ProgressBarView implements BuildListener {

    private static final int REDRAW_MILLIS = 200;

    private final Console console;
    private ProgressBar bar;
    private long posts;

    ProgressBarView(Console console) {
        this.console = console;
        this.bar = build(-1);
    }

    private ProgressBar build(int files) {
        return new ProgressBarBuilder().setTaskName("Reading").setInitialMax(files).setUnit(" files", 1)
                .setUpdateIntervalMillis(REDRAW_MILLIS).setStyle(ProgressBarStyle.ASCII).showSpeed()
                .setSpeedUnit(ChronoUnit.SECONDS).clearDisplayOnFinish().setConsumer(new Line()).build();
    }

    @Override
    public void started(int files) {
        bar.maxHint(files);
    }

    @Override
    public void read(int more) {
        posts += more;
        bar.step();
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d posts", posts));
    }

    @Override
    public void publishing() {
        bar.setExtraMessage(" publishing");
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Draws over one line; the library's own consumer asks the terminal for its width by native code. */
    private final class Line implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return console.width() - 1;
        }

        @Override
        public void accept(String rendered) {
            console.err().print("\r" + rendered);
            console.err().flush();
        }

        @Override
        public void clear() {
            console.err().print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
            console.err().flush();
        }

        @Override
        public void close() {
            console.err().flush();
        }
    }
}
