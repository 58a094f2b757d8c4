package broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Requests of strangers who mean harm, as bytes: the ones that once took the server down, and others of their kind. */
final class Attack {

    private static final List<String> PATHS = List.of("/", "/search", "/api/v1/search", "/api/v1/suggest", "/suggest",
            "/search.atom", "/search.json", "/search.csv", "/style.css", "/openapi.yaml", "/advanced", "/similar",
            "/api/v1/posts/a", "/api/v1/posts/a/similar", "/healthz", "/metrics", "/problems/none", "/nothing");
    private static final List<String> NAMES = List.of("q", "tag", "category", "author", "lang", "from", "to", "sort",
            "page", "size", "cursor", "copies", "facets", "syntax", "explain", "id", "all", "any", "near1", "x");
    private static final List<String> BITS = List.of("a", " ", "%20", "+", "\"", "%22", "(", ")", "*", "~2", "?", "-",
            "%00", "%ff", "%ED%A0%80", "%F0%9F%8C%8A", "%", "%zz", "&", "=", ";", ",", "/", "..", "%2e%2e%2f", "\t",
            "NEAR/5+", "OR+", "/p+", "title:", "%0d%0a", "<script>", "'", "\\", "{", "[", "%E2%80%A8", "é", "0", "9");
    private static final List<String> HEADERS = List.of("Accept-Encoding", "Accept", "Accept-Language", "If-None-Match",
            "Origin", "Authorization", "X-Forwarded-For", "X-Request-Id", "Host", "Range", "Cookie", "Expect",
            "Content-Type", "Forwarded", "Connection", "Upgrade", "TE", "Via", "Transfer-Encoding", "Content-Length");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE",
            "OPTIONS", "TRACE", "CONNECT", "get", "PRI", "G\u0000T");

    private final Random random;

    Attack(long seed) {
        random = new Random(seed);
    }

    private static String get(String address, String... headers) {
        return "GET " + address + " HTTP/1.1\r\nHost: a\r\n" + String.join("", headers) + "Connection: close\r\n\r\n";
    }

    /** The inputs of the report of faults. */
    static List<String> known() {
        List<String> all = new ArrayList<>();
        all.add(get("/style.css", "Accept-Encoding: gzip" + " ".repeat(60_000) + "x\r\n"));
        all.add(get("/style.css", "Accept-Encoding: gzip" + " ".repeat(7_000) + "x\r\n"));
        all.add(get("/style.css", "Accept-Encoding: gzip" + "\t ;".repeat(2_500) + "x\r\n"));
        all.add(get("/search?q=a", "Accept-Encoding: ;\r\n"));
        // read as a host that can be none
        all.add(get("//;"));
        all.add(get("//;%%20?copies=%00"));
        all.add(get("//a:b/"));
        all.add(get("/api/v1/search?explain=true&size=100&q=" + "oil~2+".repeat(60)));
        all.add(get("/api/v1/search?q=" + "the+/p+".repeat(200)));
        all.add(get("/api/v1/search?q=" + "a-".repeat(1000)));
        all.add(get("/api/v1/search?q=oil&cursor=MTowOjIxNDc0ODM2NDc"));
        for (String forged : List.of("1:0:-1", "1:0:9223372036854775807", "1:0:99999999999999999999", "::::", "1",
                "1:0:1:2:3:4:5", "-1:-1:-1")) {
            all.add(get("/api/v1/search?q=oil&cursor=" + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(forged.getBytes(StandardCharsets.US_ASCII))));
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 8000; i++) {
            names.append("&p").append(i).append('=');
        }
        for (String path : List.of("/search", "/api/v1/search", "/advanced", "/api/v1/suggest", "/search.csv")) {
            all.add(get(path + "?q=a" + names));
        }
        all.add(get("/search?q=" + "%22".repeat(20_000)));
        all.add(get("/search?q=" + "%22".repeat(100_000)));
        return all;
    }

    /** Another of their kind. */
    String next() {
        StringBuilder headers = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            headers.append(one(HEADERS)).append(random.nextInt(20) == 0 ? " :" : ": ").append(value(9_000))
                    .append("\r\n");
        }
        String address = one(PATHS) + (random.nextInt(8) == 0 ? "/" + value(2_000) : "");
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&').append(one(NAMES)).append('=').append(value(30_000));
        }
        String host = random.nextInt(15) == 0 ? "" : "Host: a\r\n";
        String version = random.nextInt(20) == 0 ? "HTTP/" + random.nextInt(4) + ".1" : "HTTP/1.1";
        String body = random.nextInt(6) == 0 ? value(3000) : "";
        return one(METHODS) + " " + address + query + " " + version + "\r\n" + host + headers
                + (random.nextInt(10) == 0 ? "" : "Connection: close\r\n") + "\r\n" + body;
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One bit many times, or many bits; short ones are the most frequent. */
    private String value(int most) {
        int length = random.nextInt(4) == 0 ? random.nextInt(most) : random.nextInt(40);
        if (random.nextBoolean()) {
            String bit = one(BITS);
            return bit.repeat(length / bit.length());
        }
        StringBuilder out = new StringBuilder();
        while (out.length() < length) {
            out.append(one(BITS));
        }
        return out.toString();
    }
}
