package broadsheet.web.page;

import broadsheet.search.Hit;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/**
 * A text with what matched in it, as HTML: the text escaped, with {@code <mark>} alone.
 *
 * <p>The one place where the page writes tags around a stranger's text; each stretch of the text goes through the
 * template's own escaping. Marks that lie outside of the text or overlap the one before are left out.
 */
record Marked(String text, List<Hit.Mark> marks) implements Content {

    static Marked plain(String text) {
        return new Marked(text, List.of());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        int done = 0;
        for (Hit.Mark mark : marks) {
            if (mark.start() < done || mark.end() <= mark.start() || mark.end() > text.length()) {
                continue;
            }
            output.writeUserContent(text.substring(done, mark.start()));
            output.writeContent("<mark>");
            output.writeUserContent(text.substring(mark.start(), mark.end()));
            output.writeContent("</mark>");
            done = mark.end();
        }
        output.writeUserContent(text.substring(done));
    }
}
