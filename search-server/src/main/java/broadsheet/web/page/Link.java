package broadsheet.web.page;

/**
 * A link of the page.
 *
 * @param text plain
 * @param href ready for the attribute, which the template escapes
 * @param current the page shows this already
 */
record Link(String text, String href, boolean current) {

    static Link to(String text, String href) {
        return new Link(text, href, false);
    }
}
