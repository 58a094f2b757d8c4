package broadsheet.web.page;

import broadsheet.search.Hit;
import broadsheet.web.text.MarkedText;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/** A text with what matched in it as a template takes it; {@link MarkedText} writes and escapes it. */
record Marked(String text, List<Hit.Mark> marks) implements Content {

    static Marked plain(String text) {
        return new Marked(text, List.of());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(MarkedText.html(text, marks));
    }
}
