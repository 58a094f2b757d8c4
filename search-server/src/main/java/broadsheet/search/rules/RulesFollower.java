package broadsheet.search.rules;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.owner.PinFile;
import broadsheet.owner.RuleReport;
import broadsheet.owner.SynonymFile;
import broadsheet.search.RepeatedTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the owner's rules as the files have them; looks for changes twice a second. A file with an error changes nothing
 * and is logged with the place of the error; at the start, when there is nothing better, its sound lines count.
 */
public final class RulesFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFollower.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final String ABSENT = "absent";

    private final Followed synonyms;
    private final Followed pins;
    private final Optional<RepeatedTask> timer;
    private volatile OwnerRules current = OwnerRules.NONE;
    /** Whether a file has changed since {@link #current} was made. */
    private boolean stale;

    public RulesFollower(OwnerFiles files) {
        this.synonyms = new Followed(files.synonyms(), (path, content) -> SynonymFile.read(path, content).report());
        this.pins = new Followed(files.pins(), (path, content) -> PinFile.read(path, content).report());
        begin();
        boolean any = files.synonyms().isPresent() || files.pins().isPresent();
        this.timer = any ? Optional.of(RepeatedTask.start("rules-follower", EVERY, this::follow)) : Optional.empty();
    }

    /** A file that cannot be read when the server starts is tried again by the timer. */
    private void begin() {
        try {
            follow();
        } catch (IOException | RuntimeException e) {
            LOG.error("the owner's rules cannot be read yet: {}", e.toString());
        }
    }

    /** The rules that count now. */
    public OwnerRules rules() {
        return current;
    }

    /**
     * Looks for changes; the timer calls it.
     *
     * @throws IOException when a file cannot be read just now; the last good one counts meanwhile
     */
    void follow() throws IOException {
        Optional<IOException> failed = Optional.empty();
        for (Followed file : List.of(synonyms, pins)) {
            try {
                stale |= file.hasChanged();
            } catch (IOException e) {
                // One file that cannot be read keeps nobody from the other.
                failed = Optional.of(e);
            }
        }
        if (stale) {
            current = made();
            stale = false;
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    private OwnerRules made() {
        CRC32C edition = new CRC32C();
        edition.update(synonyms.content);
        edition.update('\n');
        edition.update(pins.content);
        boolean none = synonyms.content.length == 0 && pins.content.length == 0;
        return new OwnerRules(new SynonymTable(SynonymFile.read("", synonyms.content).rules()),
                new PinTable(PinFile.read("", pins.content).pins()), none ? 0 : edition.getValue());
    }

    @Override
    public void close() {
        timer.ifPresent(RepeatedTask::close);
    }

    private interface Check {
        RuleReport of(String path, byte[] content);
    }

    /** One file, and the content that counts. */
    private static final class Followed {
        private final Optional<OwnerFile> file;
        private final Check check;
        private String seen = "";
        private byte[] content = new byte[0];

        Followed(Optional<OwnerFile> file, Check check) {
            this.file = file;
            this.check = check;
        }

        boolean hasChanged() throws IOException {
            if (file.isEmpty()) {
                return false;
            }
            boolean first = seen.isEmpty();
            String now = stamp(file.get());
            if (now.equals(seen)) {
                return false;
            }
            boolean changed = now.equals(ABSENT) ? isGone(file.get()) : take(file.get(), first);
            seen = now;
            return changed;
        }

        /** A file that the owner named must be there; one with the usual name may go. */
        private boolean isGone(OwnerFile gone) {
            if (gone.named()) {
                LOG.error("{} is gone; the last good one counts", gone.path());
                return false;
            }
            boolean held = content.length > 0;
            content = new byte[0];
            return held;
        }

        private boolean take(OwnerFile there, boolean first) throws IOException {
            byte[] next = Files.readAllBytes(there.path());
            RuleReport report = check.of(there.path().toString(), next);
            report.warnings().forEach(LOG::warn);
            report.errors().forEach(LOG::error);
            if (!report.errors().isEmpty() && !first) {
                LOG.error("{} has errors; the last good one counts", there.path());
                return false;
            }
            content = next;
            return true;
        }

        private static String stamp(OwnerFile file) {
            try {
                BasicFileAttributes facts = Files.readAttributes(file.path(), BasicFileAttributes.class);
                return facts.isRegularFile()
                        ? facts.lastModifiedTime() + " " + facts.size() + " " + facts.fileKey()
                        : ABSENT;
            } catch (IOException e) {
                return ABSENT;
            }
        }
    }
}
