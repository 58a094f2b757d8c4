package broadsheet.post.reading;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.Post;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.frontmatter.PostDates;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.language.LanguageGuess;
import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import broadsheet.post.site.Address;
import broadsheet.post.site.FolderLayout;
import broadsheet.post.site.Layout;
import broadsheet.post.site.SiteConfig;
import broadsheet.post.site.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the posts of a file that holds several: each is a map in the names of front matter, and a body. */
final class EntryReader {

    private final Source source;
    private final ReadOptions options;
    private final Problems problems;
    private final ZoneId zone;
    private final EntryRepair repair = new EntryRepair();
    private final List<Post> posts = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private int failed;

    EntryReader(Source source, ReadOptions options, Problems problems) {
        this.source = source;
        this.options = options;
        this.problems = problems;
        this.zone = options.zone().orElse(ZoneOffset.UTC);
    }

    void failed(int line, int column, String code, String message) {
        failed++;
        problems.error(line, column, code, message);
    }

    /**
     * Takes one entry.
     *
     * @param number of the entry within its file, from 1: its id is the file's with {@code #} and this
     * @param bodyKey the key that holds the body
     */
    void take(int number, Fields written, String bodyKey, Markup markup) {
        String id = source.file().id() + "#" + number;
        Optional<Reason> reason = new PublicationRule(options, source.layout().site(), zone).leavesOut(written,
                Layout.Kind.POST);
        if (reason.isPresent()) {
            skips.add(new Skip(id, reason.get()));
            return;
        }
        Fields fields = options.repairMojibake() ? repair.repair(written) : written;
        String body = fields.text(bodyKey);
        Post.Builder post = Post.builder(id).title(PostDetails.title(fields)).body(PlainText.body(body, markup))
                .excerpt(PostDetails.excerpt(fields, "", body, markup)).authors(PostDetails.authors(fields))
                .categories(PostDetails.labels(categories(fields))).tags(PostDetails.tags(fields, false))
                .image(PostDetails.image(fields));
        moment(fields, "date", "published_at").ifPresent(date -> {
            post.date(date);
            if (date.isAfter(options.clock().instant()) && !options.future()) {
                post.visibleFrom(date);
            }
        });
        moment(fields, "updated", "modified").ifPresent(post::updated);
        String url = fields.text("url", "link", "permalink");
        if (FolderLayout.isAddress(url)) {
            post.url(url.startsWith("/") ? Address.normalize(url) : url);
        }
        String lang = SiteConfig.primarySubtag(fields.text("lang", "language"));
        String wanted = lang.isEmpty() ? options.lang() : lang;
        Post unnamed = post.build();
        posts.add(post.lang(wanted.isEmpty() ? LanguageGuess.of(unnamed.title(), unnamed.body()) : wanted)
                .build());
    }

    private static List<String> categories(Fields fields) {
        List<String> plural = fields.list("categories");
        return plural.isEmpty() ? fields.list("category") : plural;
    }

    private Optional<Instant> moment(Fields fields, String... keys) {
        for (String key : keys) {
            if (fields.find(key).orElse(null) instanceof Text text) {
                Optional<Instant> moment = PostDates.read(text, zone);
                if (moment.isEmpty()) {
                    problems.warning(text.line(), text.column(), "date-unreadable",
                            "expected a date, came '" + text.text() + "'; the post has no date by it");
                }
                return moment;
            }
        }
        return Optional.empty();
    }

    FileReading reading() {
        repair.report(problems);
        return new FileReading(source.file().id(), posts, skips, failed, problems.list());
    }
}
