package broadsheet.post.markup;

/** The language of a source; each may hold template tags and HTML. */
public enum Markup {
    /** Markdown of GitHub and kramdown, with raw HTML in it. */
    MARKDOWN,
    /** HTML; line breaks mean nothing. */
    HTML,
    /** Plain text or light markup such as reStructuredText; empty lines part its paragraphs. */
    TEXT
}
