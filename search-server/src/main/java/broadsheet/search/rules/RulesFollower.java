package broadsheet.search.rules;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.owner.PinFile;
import broadsheet.owner.RuleReport;
import broadsheet.owner.SynonymFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the owner's rules as the files have them; looks for changes twice a second. A file with an error changes nothing
 * and is logged with the place of the error; at the start, when there is nothing better, its sound lines count.
 */
public final class RulesFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFollower.class);
    private static final long EVERY_MILLIS = 500;
    private static final String ABSENT = "absent";

    private final Followed synonyms;
    private final Followed pins;
    private final ScheduledExecutorService timer;
    private volatile OwnerRules current = OwnerRules.NONE;

    public RulesFollower(OwnerFiles files) {
        this.synonyms = new Followed(files.synonyms(), (path, content) -> SynonymFile.read(path, content).report());
        this.pins = new Followed(files.pins(), (path, content) -> PinFile.read(path, content).report());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rules-follower").factory());
        follow();
        if (files.synonyms().isPresent() || files.pins().isPresent()) {
            timer.scheduleWithFixedDelay(this::follow, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The rules that count now. */
    public OwnerRules rules() {
        return current;
    }

    /** Looks for changes; the timer calls it. */
    void follow() {
        try {
            boolean changed = synonyms.hasChanged() | pins.hasChanged();
            if (changed) {
                CRC32C edition = new CRC32C();
                edition.update(synonyms.content);
                edition.update('\n');
                edition.update(pins.content);
                boolean none = synonyms.content.length == 0 && pins.content.length == 0;
                current = new OwnerRules(new SynonymTable(SynonymFile.read("", synonyms.content).rules()),
                        new PinTable(PinFile.read("", pins.content).pins()), none ? 0 : edition.getValue());
            }
        } catch (RuntimeException e) {
            LOG.error("the owner's rules cannot be followed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
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

        boolean hasChanged() {
            if (file.isEmpty()) {
                return false;
            }
            boolean first = seen.isEmpty();
            String now = stamp(file.get());
            if (now.equals(seen)) {
                return false;
            }
            seen = now;
            try {
                return now.equals(ABSENT) ? isGone(file.get()) : take(file.get(), first);
            } catch (IOException e) {
                LOG.error("{} cannot be read ({}); the last good one counts", file.get().path(), e.getMessage());
                return false;
            }
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
