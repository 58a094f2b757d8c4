package broadsheet.web.limits;

import broadsheet.web.http.Action;
import broadsheet.web.http.Answer;
import broadsheet.web.http.SecurityHeaders;
import broadsheet.web.http.WebRequest;
import java.util.List;

/**
 * The sites whose pages may read the endpoint from a browser (CORS, Fetch standard 3.2): only those that the owner named.
 * Only plain GETs are open, so there is no preflight to answer, and no credentials, so a {@code *} gives nothing away.
 *
 * @param allowed {@code https://news.example}, or {@code *} for everybody
 */
public record Origins(List<String> allowed) {

    public Origins {
        allowed = List.copyOf(allowed);
    }

    /** The action with its answers opened to the allowed pages. */
    public Action open(Action action) {
        return allowed.isEmpty() ? action : request -> admit(request, action.answer(request));
    }

    private Answer admit(WebRequest request, Answer answer) {
        String origin = request.header("Origin");
        Answer varied = answer.with("Vary", "Accept-Encoding, Origin");
        if (origin.isEmpty() || !allowed.contains("*") && !allowed.contains(origin)) {
            return varied;
        }
        return varied.with("Access-Control-Allow-Origin", allowed.contains("*") ? "*" : origin)
                .with("Access-Control-Expose-Headers",
                        "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id")
                .with(SecurityHeaders.RESOURCE_POLICY, "cross-origin");
    }
}
