package broadsheet.web.page;

import broadsheet.search.Explanation;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.web.messages.Messages;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One result as the template places it.
 *
 * @param lang the language of the post where it is not the page's own, else empty
 * @param date in words; empty when the post has none
 * @param dateTime the same for machines
 * @param sections links that narrow the search to the section
 * @param authors names, joined
 * @param similar where posts like this one are listed
 * @param copiesLabel {@code "+4 versions"}
 * @param pinned the owner put it first
 * @param why the reasons for its place, where the request asked for them
 */
record HitView(Marked title, String href, String lang, String date, String dateTime, List<Link> sections,
        String authors, List<Passage> passages, String missing, String address, String similar, String copiesLabel,
        List<Version> copies, boolean pinned, Optional<Why> why) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /** A snippet and where it leads. */
    record Passage(Marked text, String href) {}

    /** Another version of the story. */
    record Version(String title, String href, String date, String dateTime) {}

    /** The reasons for a hit's place: a sentence, and the parts of its score. */
    record Why(String tier, List<Reason> reasons) {}

    /** @param share of the score: {@code "34 %"} */
    record Reason(String text, String share) {}

    /** The post's language where it differs from the page's and is a language at all, else empty. */
    static String language(PostView post, Messages messages) {
        boolean own = post.lang().isEmpty() || post.lang().equals(messages.tag()) || post.lang().equals("und");
        return own || !TAG.matcher(post.lang()).matches() ? "" : post.lang();
    }

    /** For machines: a day where the post has no time of day, else the moment. */
    static String dateTime(Instant date, ZoneId zone) {
        ZonedDateTime time = date.atZone(zone);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : date.toString();
    }

    /** Makes the views of one page of results. */
    static final class Maker {

        private final Messages messages;
        private final PageSettings settings;
        private final PostAddress link;
        private final SectionLinks sections;
        private final ZoneId zone;

        /** @param zone where the days of the site begin and end */
        Maker(Messages messages, PageSettings settings, SectionLinks sections, ZoneId zone) {
            this.zone = zone;
            this.messages = messages;
            this.settings = settings;
            this.link = new PostAddress(settings.posts(), settings.textFragments());
            this.sections = sections;
        }

        HitView view(Hit hit) {
            PostView post = hit.post();
            List<Passage> passages = hit.snippets().stream()
                    .map(one -> new Passage(new Marked(one.text(), one.marks()), link.of(post.url(), one))).toList();
            String href = passages.isEmpty() ? link.of(post.url()) : passages.getFirst().href();
            if (passages.isEmpty() && !post.excerpt().isBlank()) {
                passages = List.of(new Passage(Marked.plain(post.excerpt()), href));
            }
            Marked title = post.title().isBlank()
                    ? Marked.plain(post.id())
                    : new Marked(post.title(), hit.titleMarks());
            List<Version> copies = hit.copies().stream().map(this::version).toList();
            return new HitView(title, href, language(post, messages), date(post.date()), dateTime(post.date()),
                    post.categories().stream().filter(one -> !one.isBlank()).map(sections::link).toList(),
                    String.join(", ", post.authors()), passages, String.join(", ", hit.missing()),
                    link.shown(post.url()), similar(post), copies.isEmpty() ? "" : label(copies), copies,
                    hit.pinned(), hit.explanation().map(explanation -> why(hit, explanation)));
        }

        private Why why(Hit hit, Explanation explanation) {
            Reasons reasons = Reasons.in(messages.language());
            return new Why(reasons.tier(hit), explanation.shares().stream()
                    .map(share -> new Reason(reasons.share(share), messages.percent(share.score() / hit.score())))
                    .toList());
        }

        private String similar(PostView post) {
            return settings.basePath() + SearchPage.similarPath(post.id());
        }

        private String label(List<Version> copies) {
            return messages.counted("copies", copies.size());
        }

        private Version version(Hit.Copy copy) {
            String title = copy.title().isBlank() ? copy.id() : copy.title();
            return new Version(title, link.of(copy.url()), date(copy.date()), dateTime(copy.date()));
        }

        private String date(Optional<Instant> date) {
            return date.map(moment -> messages.date(moment, zone)).orElse("");
        }

        private String dateTime(Optional<Instant> date) {
            return date.map(moment -> HitView.dateTime(moment, zone)).orElse("");
        }
    }

    /** Narrows a search to one section. */
    interface SectionLinks {
        Link link(String section);
    }
}
