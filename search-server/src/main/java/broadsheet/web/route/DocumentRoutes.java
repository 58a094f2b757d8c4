package broadsheet.web.route;

import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.Paths;
import broadsheet.web.http.StaticFile;
import broadsheet.web.http.WebRequest;
import java.util.Arrays;
import java.util.Set;

/** Documents about the endpoint: its description and its problems. */
public final class DocumentRoutes {

    private final StaticFile openapi = StaticFile.load(Paths.OPENAPI)
            .orElseThrow(() -> new IllegalStateException("the jar lacks " + Paths.OPENAPI));

    public Answer openapi(WebRequest request) {
        return openapi.answer(request);
    }

    /** The page that a problem's {@code type} leads to. */
    public Answer problem(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of());
        String code = request.pathAfter(Paths.PROBLEMS);
        Kind kind = Arrays.stream(Kind.values()).filter(k -> k.code().equals(code)).findFirst()
                .orElseThrow(() -> Fault.of(Kind.NOT_FOUND, "No problem has this name.").thrown());
        return Answer.of(Answer.TEXT, kind.status + " " + kind.title + "\n\n" + kind.explanation + "\n")
                .with("Cache-Control", Answer.REVALIDATE);
    }
}
