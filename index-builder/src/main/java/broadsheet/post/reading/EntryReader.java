package broadsheet.post.reading;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import broadsheet.post.site.Address;
import broadsheet.post.site.Generator;
import broadsheet.post.site.SiteConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the posts of a file that holds several: each is a map in the names of front matter, and a body. */
final class EntryReader {

    private final ReadTask task;
    private final EntryRepair repair = new EntryRepair();
    private final List<Post> posts = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final int before;
    private int failed;

    EntryReader(ReadTask task) {
        this(task, 0);
    }

    /** @param before how many entries or lines of the file were read by others */
    EntryReader(ReadTask task, int before) {
        this.task = task;
        this.before = before;
    }

    void failed(int line, int column, String code, String message) {
        failed++;
        task.problems().error(line, column, code, message);
    }

    /**
     * Takes one entry.
     *
     * @param number of the entry within its file, from 1: its id is the file's with {@code #} and this
     * @param bodyKey the key that holds the body
     */
    void take(int number, Fields written, String bodyKey, Markup markup) {
        String id = task.id() + "#" + (before + number);
        Optional<Reason> reason = task.publication().leavesOut(written, Generator.Kind.POST);
        if (reason.isPresent()) {
            skips.add(new Skip(id, reason.get()));
            return;
        }
        Fields fields = task.options().repairMojibake() ? repair.repair(written) : written;
        String body = fields.text(bodyKey);
        PostBuilder post = Post.builder(id).title(PostDetails.title(fields)).body(PlainText.body(body, markup))
                .excerpt(PostDetails.excerpt(fields, "", body, markup))
                .authors(PostDetails.authors(fields, task.generator().authors()))
                .categories(PostDetails.labels(categories(fields)))
                .tags(PostDetails.tags(fields, task.generator().splitsTagsAtSpaces())).image(PostDetails.image(fields));
        addMoments(fields, post);
        String url = fields.text("url", "link", "permalink");
        if (Address.isLink(url)) {
            post.url(url.startsWith("/") ? Address.normalize(url) : url);
        }
        String lang = language(fields);
        posts.add(lang.isEmpty() ? ReadTask.guessed(post) : post.lang(lang).build());
    }

    private static List<String> categories(Fields fields) {
        List<String> plural = fields.list("categories");
        return plural.isEmpty() ? fields.list("category") : plural;
    }

    private void addMoments(Fields fields, PostBuilder post) {
        moment(fields, "date", "published_at").ifPresent(date -> {
            post.date(date);
            if (date.isAfter(task.now()) && !task.options().future()) {
                post.visibleFrom(date);
            }
        });
        moment(fields, "updated", "modified").ifPresent(post::updated);
    }

    /** The first of these keys that holds a text decides, date or not. */
    private Optional<Instant> moment(Fields fields, String... keys) {
        return Stream.of(keys).filter(key -> fields.find(key).orElse(null) instanceof Text).findFirst()
                .flatMap(key -> PostMoments.moment(fields, key, task));
    }

    private String language(Fields fields) {
        return Stream.of(SiteConfig.primarySubtag(fields.text("lang", "language")), task.options().lang())
                .filter(lang -> !lang.isEmpty()).findFirst().orElse("");
    }

    FileReading reading() {
        repair.report(task.problems());
        return new FileReading(task.id(), posts, skips, failed, task.problems().list());
    }
}
