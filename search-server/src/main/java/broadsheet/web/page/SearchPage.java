package broadsheet.web.page;

import broadsheet.search.PostView;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.messages.Languages;
import broadsheet.web.messages.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the pages as HTML, complete without JavaScript. Safe for many threads.
 *
 * <p>Pages hold no inline script and no inline style, so {@code script-src 'self'; style-src 'self'} lets them work whole.
 * The routes that they link to: {@code /}, {@code /search}, {@code /similar}, {@code /tips}, {@code /advanced},
 * {@code /search.atom}, {@code /search.json}, {@code /search.csv}, {@code /opensearch.xml}, and the three static files.
 */
public final class SearchPage {

    private static final int FIRST_GUESS_CHARS = 48 * 1024;

    private final TemplateEngine templates;
    private final Supplier<PageSettings> settings;

    /** @param settings asked for each page, as a site may become known later than the server starts */
    public SearchPage(Supplier<PageSettings> settings) {
        this.settings = settings;
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "broadsheet.web.page");
    }

    /**
     * The front page: the box, the newest posts, the sections.
     *
     * @param newest the answer to the empty search
     */
    public String start(SearchRequest request, SearchResponse newest, PageContext context) {
        return render("start.jte", StartView.of(settings.get(), request, newest, context));
    }

    /** The answer to a search, with status 200 whether or not it found something. */
    public String results(SearchRequest request, SearchResponse response, PageContext context) {
        return render("results.jte", new ResultsView.Maker(settings.get(), request, response, context).view());
    }

    /** Posts like one post. */
    public String similar(PostView post, Similar similar, PageContext context) {
        return render("similar.jte", SimilarView.of(settings.get(), post, similar, context));
    }

    /** A post to be read here. */
    public String post(PostView post, String body, PageContext context) {
        return render("post.jte", PostPage.of(settings.get(), post, body, context));
    }

    /** The list of what can be typed into the box. */
    public String tips(PageContext context) {
        Messages messages = Messages.in(context.language());
        return render("tips.jte", TipsView.of(settings.get(), messages));
    }

    /** The form that writes a query; its answer comes back to {@link #advancedTarget}. */
    public String advanced(PageContext context) {
        Messages messages = Messages.in(context.language());
        return render("advanced.jte", Frame.plain(messages, settings.get(), messages.text("advanced.title")));
    }

    /**
     * Where the filled-in form of {@code /advanced} leads: the address of the search that it describes.
     *
     * @param parameters of the request to {@code /advanced}; without any, {@link #advanced} is the answer
     */
    public String advancedTarget(Map<String, List<String>> parameters) {
        return settings.get().basePath() + AdvancedForm.address(parameters);
    }

    /**
     * A page for an answer that is no result.
     *
     * @param status of HTTP, shown small
     * @param title a few words in English: {@code "Not found"}; a 404 has words of its own in each language
     * @param message one sentence in English on what to do; plain text
     */
    public String error(int status, String title, String message, PageContext context) {
        Messages messages = Messages.in(context.language());
        boolean missing = status == 404;
        String heading = missing ? messages.text("error.404") : title;
        return render("error.jte",
                new ErrorView(Frame.plain(messages, settings.get(), heading), Integer.toString(status),
                        heading, missing ? messages.text("error.404.text") : message,
                        missing || messages.isEnglish() ? "" : "en"));
    }

    /** The owner's language, else the best one for the {@code Accept-Language} header (may be empty), else the site's. */
    public Locale languageFor(String acceptLanguage) {
        return settings.get().language().orElseGet(() -> Languages.best(acceptLanguage, settings.get().siteLanguage()));
    }

    /**
     * The note on a parameter of a search that was left out.
     *
     * @param detail the expected values, in English; notes in other languages leave them out
     */
    public String ignored(Locale language, String parameter, String value, String detail) {
        Messages messages = Messages.in(language);
        return messages.isEnglish() ? detail : messages.text("note.ignored", parameter, value);
    }

    /** The note on a cursor of an index that is gone. */
    public String lostPlace(Locale language) {
        return Messages.in(language).text("note.cursor");
    }

    /** The note on a page behind the last one. */
    public String pastTheEnd(Locale language, int page, int last) {
        Messages messages = Messages.in(language);
        return messages.text("note.past-the-end", messages.number(page), messages.number(last));
    }

    /** The path that lists posts like the one with this id, without the base path: {@code "/similar?id=…"}. */
    public static String similarPath(String id) {
        return "/similar?id=" + SearchAddress.encode(id);
    }

    private String render(String template, Object view) {
        StringOutput output = new StringOutput(FIRST_GUESS_CHARS);
        templates.render(template, view, output);
        return output.toString();
    }

    /**
     * An answer that is no result.
     *
     * @param lang of title and message where it is not the page's own, else empty
     */
    record ErrorView(Frame frame, String status, String title, String message, String lang) {}
}
