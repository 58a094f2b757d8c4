package broadsheet.post.reading;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.ReadOptions;
import broadsheet.post.frontmatter.PostDates;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.site.Generator;
import broadsheet.post.site.SiteConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a post is to be found at all. Its author says no by {@code published: false} or {@code draft: true}, a
 * generator's settings by leaving it out, and whoever keeps it from search engines keeps it from this one:
 * {@code search: false}, {@code sitemap: false}, {@code robots: noindex}. Only unquoted booleans of YAML 1.1 count, as
 * in Jekyll, which publishes {@code published: "false"}; {@code draft} is Hugo's word, and Hugo takes it in quotes,
 * too.
 *
 * @param options may ask for drafts and unpublished posts
 * @param site may do so too
 * @param zone of an {@code expiryDate} without one
 */
record PublicationRule(ReadOptions options, SiteConfig site, ZoneId zone) {

    /** The texts that Hugo casts to true: those of Go's {@code strconv.ParseBool}. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    /** Why the post is left out; empty when it is published, now or in the future. */
    Optional<Reason> leavesOut(Fields front, Generator.Kind kind) {
        boolean drafts = options.drafts() || site.showDrafts();
        if (!drafts && (kind == Generator.Kind.DRAFT || isDraft(front) || isStatus(front, "draft"))) {
            return Optional.of(Reason.DRAFT);
        }
        boolean unpublished = options.unpublished() || site.unpublished();
        if (!unpublished && (isUnpublished(front) || isStatus(front, "hidden") || isStatus(front, "private")
                || isExpired(front))) {
            return Optional.of(Reason.UNPUBLISHED);
        }
        if (front.isFalse("search") || front.isFalse("sitemap") || front.isTrue("noindex") || isNoIndex(front)) {
            return Optional.of(Reason.NO_INDEX);
        }
        return isNoPage(front) ? Optional.of(Reason.NOT_A_POST) : Optional.empty();
    }

    private static boolean isDraft(Fields front) {
        return front.isTrue("draft") || TRUE.contains(front.text("draft"));
    }

    /**
     * Keys in another letter case do not count, as everywhere in Jekyll; {@code published:} with nothing after it also
     * keeps a post back: Jekyll 4.3 reads nil, which is no true.
     */
    private static boolean isUnpublished(Fields front) {
        return front.entries().get("published") instanceof Text exact && exact.isFalse()
                || front.entries().get("published") instanceof Text text && text.isNull();
    }

    /** Pelican's and WordPress's word for it. */
    private static boolean isStatus(Fields front, String status) {
        return front.text("status").strip().equalsIgnoreCase(status);
    }

    private boolean isExpired(Fields front) {
        return expires(front).filter(end -> end.isBefore(now())).isPresent();
    }

    /** The moment from which the post is left out. */
    Optional<Instant> expires(Fields front) {
        return front.find("expiryDate").filter(Text.class::isInstance)
                .flatMap(value -> PostDates.read((Text) value, zone));
    }

    private Instant now() {
        return options.clock().instant();
    }

    private static boolean isNoIndex(Fields front) {
        return front.list("robots").stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("noindex"));
    }

    /** Hugo's ways of having a file without a page. */
    private static boolean isNoPage(Fields front) {
        Fields build = front.has("_build") ? front.fields("_build") : front.fields("build");
        return front.isTrue("headless") || build.text("render").equals("never") || build.isFalse("render");
    }
}
