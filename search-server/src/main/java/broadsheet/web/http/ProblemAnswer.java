package broadsheet.web.http;

import broadsheet.search.SearchException;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.Fault.ParameterFault;
import broadsheet.web.text.JsonText;
import java.util.List;

/** An exception as a {@link Fault}, and a fault as {@code application/problem+json} (RFC 9457). */
final class ProblemAnswer {

    static final String TYPE = "application/problem+json";

    private ProblemAnswer() {}

    /** The one place where exceptions become statuses, which say whose fault it was. */
    static Fault fault(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.fault();
            case SearchException.BadSyntax e -> badSyntax(e);
            case SearchException.BadCursor e -> badCursor(e);
            case SearchException.Unavailable e -> Fault.of(Kind.UNAVAILABLE, e.getMessage()).with("Retry-After", "1");
            case StackOverflowError e -> Fault.of(Kind.TOO_COMPLEX, "The query nests too deep.");
            case OutOfMemoryError e ->
                Fault.of(Kind.UNAVAILABLE, "The server ran short of memory.").with("Retry-After", "5");
            default -> Fault.of(Kind.INTERNAL, "The server failed to answer; its log has more.");
        };
    }

    static Answer of(Fault fault) {
        byte[] body = JsonText.object(json -> {
            json.text("type", Paths.PROBLEMS + fault.kind().code()).text("title", fault.kind().title);
            json.number("status", fault.kind().status).text("detail", fault.detail());
            json.objects("errors", fault.errors(), e -> {
                json.text("parameter", e.parameter()).text("value", e.value()).text("expected", e.expected());
                json.text("detail", e.detail());
                if (e.position() >= 0) {
                    json.number("position", e.position());
                }
            });
        });
        return finish(Answer.of(TYPE, body), fault);
    }

    /** The answer with the fault's status and headers; nobody keeps it. */
    static Answer finish(Answer answer, Fault fault) {
        Answer out = answer.status(fault.kind().status).with("Cache-Control", "no-store");
        for (Answer.Header header : fault.headers()) {
            out = out.with(header.name(), header.value());
        }
        return out;
    }

    private static Fault badSyntax(SearchException.BadSyntax e) {
        String detail = "q does not parse at offset " + e.position() + ": " + e.getMessage();
        ParameterFault spot = new ParameterFault("q", AnswerLog.cut(e.text()), "Lucene's standard syntax", detail,
                e.position());
        return new Fault(Kind.BAD_SYNTAX, detail, List.of(spot), List.of());
    }

    private static Fault badCursor(SearchException.BadCursor e) {
        if (e.stale()) {
            return Fault.of(Kind.GONE, e.getMessage());
        }
        ParameterFault cursor = new ParameterFault("cursor", AnswerLog.cut(e.cursor()),
                "taken from links.next of an answer",
                e.getMessage(), -1);
        return new Fault(Kind.BAD_PARAMETER, e.getMessage(), List.of(cursor), List.of());
    }
}
