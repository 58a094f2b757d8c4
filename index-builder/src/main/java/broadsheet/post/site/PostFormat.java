package broadsheet.post.site;

import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.markup.Markup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The format of a file's contents, by the extension of its name. */
public enum PostFormat {
    MARKDOWN,
    HTML,
    TEXT,
    LINES,
    FEED;

    private static final Map<String, PostFormat> BY_EXTENSION = Map.ofEntries(Map.entry("md", MARKDOWN),
            Map.entry("markdown", MARKDOWN), Map.entry("mkd", MARKDOWN), Map.entry("mkdown", MARKDOWN),
            Map.entry("mkdn", MARKDOWN), Map.entry("mdown", MARKDOWN), Map.entry("mdx", MARKDOWN),
            Map.entry("html", HTML), Map.entry("htm", HTML), Map.entry("xhtml", HTML), Map.entry("txt", TEXT),
            Map.entry("text", TEXT), Map.entry("rst", TEXT), Map.entry("textile", TEXT), Map.entry("adoc", TEXT),
            Map.entry("asciidoc", TEXT), Map.entry("org", TEXT), Map.entry("jsonl", LINES), Map.entry("ndjson", LINES),
            Map.entry("xml", FEED), Map.entry("rss", FEED), Map.entry("atom", FEED));

    /** The format of a file by its path; empty for images and all else that holds no post. */
    public static Optional<PostFormat> of(String path) {
        String extension = FileName.of(path).extension().toLowerCase(Locale.ROOT);
        return extension.isEmpty() ? Optional.empty() : Optional.ofNullable(BY_EXTENSION.get(extension.substring(1)));
    }

    /** Whether a file of this format is one post, not a collection of several. */
    public boolean isOnePost() {
        return this == MARKDOWN || this == HTML || this == TEXT;
    }

    /**
     * The markup of a body. A {@code .txt} with front matter comes from a site generator and is Markdown; without, it
     * is the plain text that its name says.
     */
    public Markup markup(String path, FrontMatter.Form form) {
        boolean generated = form != FrontMatter.Form.NONE && FileName.of(path).extension().equalsIgnoreCase(".txt");
        return switch (this) {
            case HTML -> Markup.HTML;
            case TEXT -> generated ? Markup.MARKDOWN : Markup.TEXT;
            default -> Markup.MARKDOWN;
        };
    }
}
