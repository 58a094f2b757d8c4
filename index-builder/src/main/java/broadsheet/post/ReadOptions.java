package broadsheet.post;

import broadsheet.archive.Archive;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The wishes of a build about reading, beyond the site's own settings.
 *
 * @param drafts read drafts too: files in {@code _drafts} and {@code draft: true}
 * @param future show posts of the future now, as {@code future: true} of a site does
 * @param unpublished read posts with {@code published: false} too
 * @param repairMojibake repair runs such as {@code â€™} that are certainly text decoded wrongly
 * @param lang language of posts that name none; empty: the site's, else guessed
 * @param zone time zone of times written without one; empty: the site's, else UTC
 * @param maxFileBytes a longer text file is a problem, not a post; files that hold several posts may be 128 times longer
 * @param clock what time it is now
 */
public record ReadOptions(boolean drafts, boolean future, boolean unpublished, boolean repairMojibake, String lang,
        Optional<ZoneId> zone, int maxFileBytes, InstantSource clock) {

    /** Twice the longest post met in 16 real sites (850 KB), rounded up. */
    private static final int TWO_MEBIBYTES = 2 << 20;

    /** Only what the site publishes, repaired, by the system's clock. */
    public static ReadOptions defaults() {
        return new ReadOptions(false, false, false, true, "", Optional.empty(), TWO_MEBIBYTES, InstantSource.system());
    }

    public ReadOptions withDrafts(boolean value) {
        return new ReadOptions(value, future, unpublished, repairMojibake, lang, zone, maxFileBytes, clock);
    }

    public ReadOptions withFuture(boolean value) {
        return new ReadOptions(drafts, value, unpublished, repairMojibake, lang, zone, maxFileBytes, clock);
    }

    public ReadOptions withUnpublished(boolean value) {
        return new ReadOptions(drafts, future, value, repairMojibake, lang, zone, maxFileBytes, clock);
    }

    public ReadOptions withRepairMojibake(boolean value) {
        return new ReadOptions(drafts, future, unpublished, value, lang, zone, maxFileBytes, clock);
    }

    public ReadOptions withLang(String value) {
        return new ReadOptions(drafts, future, unpublished, repairMojibake, value, zone, maxFileBytes, clock);
    }

    public ReadOptions withZone(ZoneId value) {
        return new ReadOptions(drafts, future, unpublished, repairMojibake, lang, Optional.of(value), maxFileBytes,
                clock);
    }

    public ReadOptions withMaxFileBytes(int value) {
        return new ReadOptions(drafts, future, unpublished, repairMojibake, lang, zone, value, clock);
    }

    public ReadOptions withClock(InstantSource value) {
        return new ReadOptions(drafts, future, unpublished, repairMojibake, lang, zone, maxFileBytes, value);
    }

    /** Everything that changes how a post is read, the clock apart; part of {@link Archive#settingsDigest()}. */
    public String key() {
        return "drafts=" + drafts + " future=" + future + " unpublished=" + unpublished + " mojibake=" + repairMojibake
                + " lang=" + lang + " zone=" + zone.map(ZoneId::getId).orElse("") + " max=" + maxFileBytes;
    }
}
