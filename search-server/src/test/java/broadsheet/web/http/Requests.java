package broadsheet.web.http;

import java.util.Map;

/** Requests as the edge makes them, for tests of what answers them. */
public final class Requests {

    private Requests() {}

    /** A GET for a path and, after a question mark, its parameters; the headers are names and values in turn. */
    public static WebRequest get(String address, String... headers) {
        String[] parts = address.split("\\?", 2);
        Map<String, String> given = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return new WebRequest("GET", parts[0], QueryString.parse(parts.length > 1 ? parts[1] : ""), "192.0.2.1",
                name -> given.getOrDefault(name, ""));
    }

    /** The value of an answer's header; empty when it has none. The last one counts, as it does on the wire. */
    public static String header(Answer answer, String name) {
        return answer.headers().stream().filter(header -> header.name().equals(name)).map(Answer.Header::value)
                .reduce("", (first, second) -> second);
    }

    /** What the caller gets for a fault. */
    public static Answer answer(Fault fault) {
        return ProblemAnswer.of(fault);
    }
}
