package broadsheet.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a request got no answer, as the caller is to read it (RFC 9457).
 *
 * @param kind the kind, which has its status and its own address
 * @param detail one plain sentence on this very case
 * @param errors the parameters at fault, if any
 * @param headers of the answer: {@code Retry-After}, {@code Allow}
 */
public record Fault(Kind kind, String detail, List<ParameterFault> errors, List<Answer.Header> headers) {

    public Fault {
        errors = List.copyOf(errors);
        headers = List.copyOf(headers);
    }

    public static Fault of(Kind kind, String detail) {
        return new Fault(kind, detail, List.of(), List.of());
    }

    public Fault with(String header, String value) {
        List<Answer.Header> more = new ArrayList<>(headers);
        more.add(new Answer.Header(header, value));
        return new Fault(kind, detail, errors, more);
    }

    /** Thrown by whoever cannot answer. */
    public ProblemException thrown() {
        return new ProblemException(this);
    }

    /**
     * One parameter that cannot be used.
     *
     * @param parameter its name
     * @param value as given, its first 200 characters
     * @param expected what would do: {@code between 1 and 100}
     * @param detail one sentence: {@code size must be between 1 and 100, was "500"}
     * @param position 0-based UTF-16 offset into the value; -1 when the whole value is meant
     */
    public record ParameterFault(String parameter, String value, String expected, String detail, int position) {

        public static ParameterFault value(String parameter, String value, String expected) {
            String detail = parameter + " must be " + expected + ", was \"" + AnswerLog.cut(value) + "\"";
            return new ParameterFault(parameter, AnswerLog.cut(value), expected, detail, -1);
        }

        public static ParameterFault unknown(String parameter, String value, String expected) {
            String name = AnswerLog.cut(parameter);
            String detail = "unknown parameter \"" + name + "\", expected " + expected;
            return new ParameterFault(name, AnswerLog.cut(value), expected, detail, -1);
        }
    }

    /** What can go wrong, and whose fault it is: 4xx the caller's, 503 the world's, 500 ours. */
    public enum Kind {
        /** A name that no address takes, or a value out of its bounds. */
        BAD_PARAMETER(400, "A parameter cannot be used",
                "The name is unknown or the value is not one that the parameter takes; `errors` names each."),
        /** A text in Lucene's syntax that is none; the box's syntax never fails. */
        BAD_SYNTAX(400, "The query does not parse",
                "With syntax=lucene the text must follow Lucene's standard syntax; `errors` names the spot."),
        /** A query that would exhaust the stack. */
        TOO_COMPLEX(400, "The query is too complex",
                "The query nests or expands too far to be answered."),
        /** No token for the administration, or a wrong one. */
        UNAUTHORIZED(401, "A token is needed",
                "Send the header `Authorization: Bearer TOKEN`."),
        /** A page of another origin that would administer the server. */
        FORBIDDEN(403, "Not from this origin",
                "Pages of other origins may not call this address."),
        /** An address that neither a route nor a post has. */
        NOT_FOUND(404, "Nothing is here",
                "No page, post or file has this address."),
        /** A POST to an address that is only read, or a GET to one that is not. */
        METHOD_NOT_ALLOWED(405, "The method does not fit",
                "The header `Allow` lists the methods that do."),
        /** A rebuild while one runs, or without posts. */
        CONFLICT(409, "Not now",
                "The server's state does not allow it at the moment."),
        /** A cursor of an index that is gone. */
        GONE(410, "The index has changed",
                "A cursor belongs to one index. Start again at page 1."),
        /** A body of more than 64 KB. */
        TOO_LARGE(413, "The request is too large",
                "This address takes no body."),
        /** Wrong tokens, or searches, one after another, from one address. */
        TOO_MANY(429, "Too many attempts",
                "Wait as long as the header `Retry-After` says."),
        /** Any other exception; the log has its stack trace. */
        INTERNAL(500, "The server failed",
                "The fault is the server's; its log has more."),
        /** No index, no place in the gate, no memory, or the server stops. */
        UNAVAILABLE(503, "The server is busy",
                "Try again after the seconds in the header `Retry-After`.");

        public final int status;
        public final String title;
        public final String explanation;

        Kind(int status, String title, String explanation) {
            this.status = status;
            this.title = title;
            this.explanation = explanation;
        }

        /** {@code bad-parameter}, the last part of the problem's address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
