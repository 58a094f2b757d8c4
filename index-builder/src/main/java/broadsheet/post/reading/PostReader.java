package broadsheet.post.reading;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.PlainBody;
import broadsheet.post.Post;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Repaired;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.FrontMatter.Form;
import broadsheet.post.frontmatter.PostDates;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.language.LanguageGuess;
import broadsheet.post.markup.Headings;
import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import broadsheet.post.site.FileName;
import broadsheet.post.site.FormerAddresses;
import broadsheet.post.site.FrontMatterDefaults;
import broadsheet.post.site.HugoLayout;
import broadsheet.post.site.JekyllLayout;
import broadsheet.post.site.Layout;
import broadsheet.post.site.PostFormat;
import broadsheet.post.site.SiteConfig;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file's text becomes a {@link Post}, or a reason why not. The title is the front matter's, else the page's
 * {@code <title>}, else the first heading of the body, else the words of the file's name.
 */
public final class PostReader {

    private final Source source;
    private final ReadOptions options;
    private final Problems problems;
    private final ZoneId zone;

    public PostReader(Source source, ReadOptions options, Problems problems) {
        this.source = source;
        this.options = options;
        this.problems = problems;
        this.zone = options.zone().or(() -> source.layout().site().zone()).orElse(ZoneOffset.UTC);
    }

    /**
     * Reads a file that holds one post.
     *
     * @throws SyntaxException when its front matter cannot be read
     */
    public FileReading read(String text) throws SyntaxException {
        Repaired repaired = TextReports.repair(text, options, problems);
        FrontMatter front = FrontMatter.of(repaired.text(), problems);
        Fields defaults = source.layout().defaults(source.path());
        Fields fields = FrontMatterDefaults.merge(defaults, front.fields());
        Optional<Reason> reason = leftOut(front, fields);
        if (reason.isPresent()) {
            return skip(reason.get());
        }
        // addresses are made of what is written, mojibake included; what readers see is repaired
        boolean sameFields = repaired.firstOffset() < 0
                || repaired.firstOffset() > repaired.text().length() - front.body().length();
        FrontMatter written = sameFields ? front : FrontMatter.of(text, problems.apart());
        return post(front, fields, defaults, written);
    }

    private Optional<Reason> leftOut(FrontMatter front, Fields fields) {
        if (source.kind() == Layout.Kind.COLLECTION && front.form() == Form.NONE) {
            return Optional.of(Reason.NOT_A_POST);
        }
        return publication().leavesOut(fields, source.kind());
    }

    private PublicationRule publication() {
        return new PublicationRule(options, source.layout().site(), zone);
    }

    private FileReading skip(Reason reason) {
        return new FileReading(source.file().id(), List.of(), List.of(new Skip(source.file().id(), reason)), 0,
                problems.list());
    }

    private FileReading post(FrontMatter front, Fields fields, Fields defaults, FrontMatter written) {
        Markup markup = PostFormat.of(source.path()).orElse(PostFormat.MARKDOWN).markup(source.path(), front.form());
        PlainBody body = PlainText.body(front.body(), markup);
        SiteConfig site = source.layout().site();
        Dates dates = dates(fields);
        Post.Builder post = Post.builder(source.file().id()).title(title(fields, front, markup)).body(body)
                .excerpt(PostDetails.excerpt(fields, site.excerptSeparator(), front.body(), markup))
                .authors(PostDetails.authors(fields)).categories(categories(fields, defaults, front))
                .tags(PostDetails.tags(fields, source.layout() instanceof JekyllLayout))
                .image(PostDetails.image(fields));
        dates.date.ifPresent(post::date);
        updated(fields).ifPresent(post::updated);
        dates.visibleFrom(options, source).ifPresent(post::visibleFrom);
        publication().expires(fields).ifPresent(post::expires);
        Fields seen = source.layout().reads(written) ? written.fields() : Fields.EMPTY;
        String url = address(seen, FrontMatterDefaults.merge(defaults, seen), dates);
        post.url(url).formerUrls(FormerAddresses.of(seen, url, site.baseurl()));
        Post unnamed = post.build();
        post.lang(language(fields, unnamed));
        return new FileReading(source.file().id(), List.of(post.build()), List.of(), 0, problems.list());
    }

    private String title(Fields fields, FrontMatter front, Markup markup) {
        String title = PostDetails.title(fields);
        if (title.isEmpty()) {
            title = Headings.first(front.body(), markup);
        }
        return title.isEmpty() ? FileName.of(source.path()).words() : title;
    }

    private List<String> categories(Fields fields, Fields defaults, FrontMatter front) {
        List<String> own = source.layout().categories(source.path(), defaults, front.fields());
        return PostDetails.labels(own.isEmpty() ? PostDetails.otherCategories(fields) : own);
    }

    /**
     * What Jekyll finds under {@code date} counts, in the site's defaults too; else the file's name; else what we have.
     *
     * @param known what the generator sees, its defaults among it
     */
    private String address(Fields seen, Fields known, Dates dates) {
        Optional<Instant> written = known.exact("date").filter(Text.class::isInstance)
                .flatMap(date -> PostDates.read((Text) date, zone));
        Optional<Instant> date = written.or(() -> dates.ofName).or(() -> dates.ofDraft).or(() -> dates.date);
        return source.layout().address(new Layout.Facts(source.path(), seen, date), problems);
    }

    private String language(Fields fields, Post post) {
        Layout layout = source.layout();
        return Stream
                .of(SiteConfig.primarySubtag(fields.text("lang", "language", "locale")), layout.lang(source.path()),
                        options.lang(), layout.site().lang())
                .filter(lang -> !lang.isEmpty()).findFirst()
                .orElseGet(() -> LanguageGuess.of(post.title(), post.body()));
    }

    /**
     * The moments of one post.
     *
     * @param date of the front matter, else of the file's name
     * @param ofName of the file's name alone
     * @param ofDraft when the file was last modified, if it lies among the drafts
     * @param publish Hugo's {@code publishDate}, which may hold a post back beyond its date
     */
    private record Dates(Optional<Instant> date, Optional<Instant> ofName, Optional<Instant> ofDraft,
            Optional<Instant> publish) {

        Optional<Instant> visibleFrom(ReadOptions options, Source source) {
            Instant now = options.clock().instant();
            Instant from = date.filter(d -> publish.isEmpty() || d.isAfter(publish.get())).or(() -> publish)
                    .orElse(now);
            boolean shown = options.future() || source.layout().showsFuture(source.path());
            return shown || !from.isAfter(now) ? Optional.empty() : Optional.of(from);
        }
    }

    private Dates dates(Fields fields) {
        String written = FileName.of(source.path()).date();
        Optional<Instant> ofName = written.isEmpty() ? Optional.empty() : PostDates.ofFileName(written, zone);
        if (!written.isEmpty() && ofName.isEmpty()) {
            problems.warning(0, 0, "file-name-date", "there is no such day as " + written + " in the file's name");
        }
        Optional<Instant> date = moment(fields, ofName, "date");
        Optional<Instant> publish = source.layout() instanceof HugoLayout
                ? moment(fields, Optional.empty(), "publishdate").or(() -> moment(fields, Optional.empty(), "pubdate"))
                : Optional.empty();
        Optional<Instant> ofDraft = source.kind() == Layout.Kind.DRAFT ? modified() : Optional.empty();
        Optional<Instant> best = date.or(() -> ofName).or(() -> publish)
                .or(() -> moment(fields, Optional.empty(), "created")).or(() -> ofDraft);
        return new Dates(best, ofName, ofDraft, publish);
    }

    /** Jekyll's date of a draft that names none; to the second, as Jekyll compares and shows it. */
    private Optional<Instant> modified() {
        try {
            return Optional.of(Files.getLastModifiedTime(source.file().path()).toInstant()
                    .truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> updated(Fields fields) {
        for (String key : List.of("updated", "last_modified_at", "lastmod", "modified", "last_updated", "changed")) {
            if (fields.find(key).orElse(null) instanceof Text text) {
                Optional<Instant> moment = PostDates.read(text, zone);
                if (moment.isPresent()) {
                    return moment;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> moment(Fields fields, Optional<Instant> instead, String key) {
        Optional<Value> value = fields.find(key);
        if (!(value.orElse(null) instanceof Text text)) {
            return Optional.empty();
        }
        Optional<Instant> moment = PostDates.read(text, zone);
        if (moment.isEmpty()) {
            problems.warning(text.line(), text.column(), "date-unreadable", "expected a date, came '" + text.text()
                    + (instead.isPresent() ? "'; the file name's is taken" : "'; the post has no date by it"));
        }
        return moment;
    }
}
