package broadsheet.web;

import broadsheet.search.lucene.QueryFuzz;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Addresses of searches, each with a random query and with random values of every parameter that a search has. */
final class RequestFuzz {

    private static final List<String> PATHS = List.of("/api/v1/search", "/api/v1/search", "/api/v1/search", "/search",
            "/search.atom", "/search.json", "/search.csv", "/api/v1/suggest");
    private static final List<String> NAMES = List.of("category", "author", "tag", "lang");
    private static final List<String> VALUES = List.of("sea", "-sea", "Town Hall", "", "-", "ada", "-\\x", "zh", "en",
            "\u0000", "<b>", "🌊");
    private static final List<String> DAYS = List.of("2024", "2024-02", "2024-02-30", "1900", "2999-12-31", "", "x",
            "2024-05-01", "-1", "99999");
    private static final List<String> NUMBERS = List.of("1", "2", "10", "100", "0", "-1", "99999999999", "x", "",
            "1000");

    private final Random random;
    private final QueryFuzz queries;
    private String cursor = "";

    RequestFuzz(long seed, List<String> real) {
        random = new Random(seed);
        queries = new QueryFuzz(seed, real);
    }

    /** The cursor of an answer, which later requests have, whole or wrecked. */
    void cursorSeen(String value) {
        cursor = value;
    }

    /** The next address. A tenth of them are dear: explained, and a hundred hits. */
    String next() {
        String path = one(PATHS);
        StringBuilder address = new StringBuilder(path).append("?q=").append(encoded(queries.next()));
        if (path.endsWith("suggest")) {
            return address.toString();
        }
        if (random.nextInt(10) == 0) {
            return address.append("&explain=true&size=100").append(page("")).toString();
        }
        for (String name : NAMES) {
            for (int i = random.nextInt(6) / 4; i > 0; i--) {
                add(address, name, one(VALUES));
            }
        }
        maybe(address, "from", one(DAYS));
        maybe(address, "to", one(DAYS));
        maybe(address, "sort", one(List.of("relevance", "newest", "oldest", "none")));
        maybe(address, "copies", one(List.of("fold", "all", "x")));
        maybe(address, "facets", one(List.of("none", "author", "author,tag", "category", "x")));
        maybe(address, "syntax", one(List.of("box", "lucene", "lucene", "x")));
        maybe(address, "explain", one(List.of("true", "false", "x")));
        maybe(address, "size", one(NUMBERS));
        return address.append(page(one(NUMBERS))).toString();
    }

    private String page(String number) {
        if (!number.isEmpty() && random.nextBoolean()) {
            return "&page=" + number;
        }
        if (cursor.isEmpty() || random.nextInt(8) > 0) {
            return "";
        }
        StringBuilder wrecked = new StringBuilder(cursor);
        if (random.nextBoolean()) {
            wrecked.setCharAt(random.nextInt(cursor.length()), (char) ('A' + random.nextInt(26)));
        }
        return "&cursor=" + wrecked;
    }

    private void maybe(StringBuilder address, String name, String value) {
        if (random.nextInt(6) == 0) {
            add(address, name, value);
        }
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append('&').append(name).append('=').append(encoded(value));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
