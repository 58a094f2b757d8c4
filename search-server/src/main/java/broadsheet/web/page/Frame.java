package broadsheet.web.page;

import broadsheet.web.messages.Messages;
import java.util.List;

/**
 * The parts of every page around its content.
 *
 * @param messages the page's language
 * @param settings the owner's choices
 * @param title of the window, before the archive's name; may be empty
 * @param text the content of the search box
 * @param kept values that the box's form sends along with the text: filters and order
 * @param query the search as parameters, for the feeds; empty: the page is not about a search
 * @param canonical the one address of this page; empty: it needs none
 */
record Frame(Messages messages, PageSettings settings, String title, String text, List<Kept> kept, String query,
        String canonical) {

    /** One hidden value of the form. */
    record Kept(String name, String value) {}

    /** A page that is about no search. */
    static Frame plain(Messages messages, PageSettings settings, String title) {
        return new Frame(messages, settings, title, "", List.of(), "", "");
    }

    String windowTitle() {
        return title.isEmpty() ? settings.title() : title + " – " + settings.title();
    }

    /** A path of this server with the base path before it. */
    String path(String path) {
        return settings.basePath() + path;
    }

    /** The same search in another form: {@code /search.atom?q=flood}. */
    String feed(String path) {
        return query.isEmpty() ? path(path) : path(path) + "?" + query;
    }
}
