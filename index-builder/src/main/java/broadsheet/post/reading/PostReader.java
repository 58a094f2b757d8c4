package broadsheet.post.reading;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Repaired;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.frontmatter.FrontMatter.Form;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.markup.Headings;
import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import broadsheet.post.site.FileName;
import broadsheet.post.site.FormerAddresses;
import broadsheet.post.site.FrontMatterDefaults;
import broadsheet.post.site.Generator;
import broadsheet.post.site.PostFormat;
import broadsheet.post.site.SiteConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a file that holds one post becomes a {@link Post}, or a reason why not. In this order: wrecked characters
 * are repaired, front matter is split off and laid on the site's defaults, the author's and the site's wish to publish
 * is asked for; then each part of the post is made of what they say.
 */
public final class PostReader {

    private final ReadTask task;
    private final String path;
    private final Generator generator;

    public PostReader(ReadTask task) {
        this.task = task;
        this.path = task.source().path();
        this.generator = task.generator();
    }

    /**
     * Reads a file that holds one post.
     *
     * @throws SyntaxException when its front matter cannot be read
     */
    public FileReading read(String text) throws SyntaxException {
        Repaired repaired = TextReports.repair(text, task.options(), task.problems());
        FrontMatter front = FrontMatter.of(repaired.text(), task.problems());
        Fields defaults = generator.defaults(path);
        Fields fields = FrontMatterDefaults.merge(defaults, front.fields());
        Optional<Reason> reason = leftOut(front, fields);
        if (reason.isPresent()) {
            return task.skipped(reason.get());
        }
        // Addresses are made of what is written, wrecked characters included; readers see the repaired text.
        boolean sameFields = repaired.firstOffset() < 0
                || repaired.firstOffset() > repaired.text().length() - front.body().length();
        FrontMatter written = sameFields ? front : FrontMatter.of(text, task.problems().apart());
        return task.read(post(front, fields, defaults, generator.reads(written) ? written.fields() : Fields.EMPTY));
    }

    private Optional<Reason> leftOut(FrontMatter front, Fields fields) {
        if (task.source().kind() == Generator.Kind.COLLECTION && front.form() == Form.NONE) {
            return Optional.of(Reason.NOT_A_POST);
        }
        return task.publication().leavesOut(fields, task.source().kind());
    }

    /**
     * @param front as repaired
     * @param fields the front matter laid on the defaults
     * @param defaults what the site's settings give
     * @param seen the front matter as written, where the site's generator reads it
     */
    private Post post(FrontMatter front, Fields fields, Fields defaults, Fields seen) {
        Markup markup = PostFormat.of(path).orElse(PostFormat.MARKDOWN).markup(path, front.form());
        PostMoments moments = PostMoments.of(task, fields);
        SiteConfig site = generator.site();
        PostBuilder post = Post.builder(task.id()).title(title(fields, front, markup))
                .body(PlainText.body(front.body(), markup))
                .excerpt(PostDetails.excerpt(fields, site.excerptSeparator(), front.body(), markup))
                .authors(PostDetails.authors(fields, generator.authors()))
                .categories(categories(fields, defaults, front))
                .tags(PostDetails.tags(fields, generator.splitsTagsAtSpaces())).image(PostDetails.image(fields));
        moments.date().ifPresent(post::date);
        PostMoments.updated(task, fields).ifPresent(post::updated);
        moments.visibleFrom(task).ifPresent(post::visibleFrom);
        task.publication().expires(fields).ifPresent(post::expires);
        Optional<Instant> date = moments.ofAddress(FrontMatterDefaults.merge(defaults, seen), task);
        String url = generator.address(new Generator.Facts(path, seen, date), task.problems());
        post.url(url).formerUrls(FormerAddresses.of(seen, url, site.baseurl()));
        String lang = language(fields);
        return lang.isEmpty() ? ReadTask.guessed(post) : post.lang(lang).build();
    }

    /**
     * The front matter's, else the page's {@code <title>}, else the body's first heading, else the file name's words.
     */
    private String title(Fields fields, FrontMatter front, Markup markup) {
        String title = PostDetails.title(fields);
        if (title.isEmpty()) {
            title = Headings.first(front.body(), markup);
        }
        return title.isEmpty() ? FileName.of(path).words() : title;
    }

    private List<String> categories(Fields fields, Fields defaults, FrontMatter front) {
        List<String> own = generator.categories(path, defaults, front.fields());
        return PostDetails.labels(own.isEmpty() ? PostDetails.otherCategories(fields) : own);
    }

    /** The front matter's, else the place's, else the one asked for, else the site's; empty when none names one. */
    private String language(Fields fields) {
        return Stream
                .of(SiteConfig.primarySubtag(fields.text("lang", "language", "locale")), generator.lang(path),
                        task.options().lang(), generator.site().lang())
                .filter(lang -> !lang.isEmpty()).findFirst().orElse("");
    }
}
