package broadsheet.compare;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One question to both servers.
 *
 * @param kind what is tried with it, for the counts: {@code phrase}, {@code page 2}
 * @param method of HTTP
 * @param path with its parameters: {@code /api/v1/search?q=sea+wall}
 * @param language what the reader speaks
 * @param accept which kinds of answer are taken
 */
record Request(String kind, String method, String path, String language, String accept) {

    static Request get(String kind, String path) {
        return new Request(kind, "GET", path, "en", "*/*");
    }

    /** A page for a person who reads that language. */
    static Request page(String kind, String path, String language) {
        return new Request(kind, "GET", path, language, "text/html");
    }

    /** A text as the value of a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path + (accept.equals("text/html") ? " (" + language + ")" : "");
    }
}
