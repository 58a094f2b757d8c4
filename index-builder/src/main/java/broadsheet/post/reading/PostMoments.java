package broadsheet.post.reading;

import broadsheet.post.frontmatter.PostDates;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.site.FileName;
import broadsheet.post.site.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The moments of one post, from its front matter and its file.
 *
 * @param date the front matter's; else that of the file's name, of {@code publishDate}, of {@code created}, of a draft
 * @param ofName the date of the file's name alone
 * @param ofDraft when the file was last modified, if it lies among the drafts
 * @param heldBack Hugo's {@code publishDate}, which may hold a post back beyond its date
 */
record PostMoments(Optional<Instant> date, Optional<Instant> ofName, Optional<Instant> ofDraft,
        Optional<Instant> heldBack) {

    private static final List<String> UPDATED = List.of("updated", "last_modified_at", "lastmod", "modified",
            "last_updated", "changed");

    /** A date that cannot be read is a warning, and the next best one is taken. */
    static PostMoments of(ReadTask task, Fields fields) {
        Optional<Instant> ofName = ofName(task);
        Optional<Instant> date = moment(fields, "date", task, ofName.isPresent());
        Optional<Instant> heldBack = task.generator().keysThatHoldBack().stream()
                .flatMap(key -> moment(fields, key, task, false).stream()).findFirst();
        Optional<Instant> ofDraft = task.source().kind() == Generator.Kind.DRAFT ? modified(task) : Optional.empty();
        Optional<Instant> best = date.or(() -> ofName).or(() -> heldBack)
                .or(() -> moment(fields, "created", task, false)).or(() -> ofDraft);
        return new PostMoments(best, ofName, ofDraft, heldBack);
    }

    private static Optional<Instant> ofName(ReadTask task) {
        String written = FileName.of(task.source().path()).date();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> date = PostDates.ofFileName(written, task.zone());
        if (date.isEmpty()) {
            task.problems().warning(0, 0, "file-name-date", "the file's name holds " + written + ", which is no day");
        }
        return date;
    }

    /** Jekyll's date of a draft that names none; to the second, as Jekyll compares and shows it. */
    private static Optional<Instant> modified(ReadTask task) {
        try {
            return Optional.of(Files.getLastModifiedTime(task.source().file().path()).toInstant()
                    .truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The moment under this key; a text there that is no date is a warning. */
    static Optional<Instant> moment(Fields fields, String key, ReadTask task) {
        return moment(fields, key, task, false);
    }

    private static Optional<Instant> moment(Fields fields, String key, ReadTask task, boolean named) {
        if (!(fields.find(key).orElse(null) instanceof Text text)) {
            return Optional.empty();
        }
        Optional<Instant> moment = PostDates.read(text, task.zone());
        if (moment.isEmpty()) {
            task.problems().warning(text.line(), text.column(), "date-unreadable", "expected a date, found '"
                    + text.text() + (named ? "'; the date of the file's name is used" : "'; ignored"));
        }
        return moment;
    }

    /** When the post was last changed, as it says itself; what is no date is passed over. */
    static Optional<Instant> updated(ReadTask task, Fields fields) {
        return UPDATED.stream().flatMap(key -> fields.find(key).stream()).filter(Text.class::isInstance)
                .flatMap(text -> PostDates.read((Text) text, task.zone()).stream()).findFirst();
    }

    /** The moment before which no reader may see the post; empty when it may be seen now. */
    Optional<Instant> visibleFrom(ReadTask task) {
        Instant now = task.now();
        Instant from = date.filter(d -> heldBack.isEmpty() || d.isAfter(heldBack.get())).or(() -> heldBack).orElse(now);
        boolean shown = task.options().future() || task.generator().showsFuture(task.source().path());
        return shown || !from.isAfter(now) ? Optional.empty() : Optional.of(from);
    }

    /**
     * The date in the post's address: what Jekyll finds under {@code date} counts, in the site's defaults too; else the
     * file's name; else the best that is known.
     *
     * @param known what the generator sees, its defaults included
     */
    Optional<Instant> ofAddress(Fields known, ReadTask task) {
        Optional<Instant> written = known.exact("date").filter(Text.class::isInstance)
                .flatMap(date -> PostDates.read((Text) date, task.zone()));
        return written.or(() -> ofName).or(() -> ofDraft).or(() -> date);
    }
}
