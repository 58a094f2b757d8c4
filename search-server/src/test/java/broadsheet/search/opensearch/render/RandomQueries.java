package broadsheet.search.opensearch.render;

import java.util.Random;

/** Queries of all operators, one in another, about the words of a {@link Newspaper}. */
final class RandomQueries {

    private static final String[] WORDS = """
            harbour wall council ferry storm strike election mayor police london sport politics smith hartnell news city \
            ukraine climate car WHO US U.S. e-mail covid-19 F-16 labour colour organisation website the of and to café \
            O'Neill Jean-Luc Hafen Straße Berlin grève école 電車 選挙 防波堤 wing-body 10,000 AT&T Kyiv war food bank"""
            .split("\\s+");
    private static final String[] FIELDS = {"title", "lead", "body", "author", "category", "tag"};

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder query = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            query.append(i == 0 ? "" : " ").append(part(2));
        }
        return query.toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String part(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 14)) {
            case 0, 1 -> word();
            case 2 -> '"' + word() + " " + word() + '"';
            case 3 -> word().substring(0, 2) + "*";
            case 4 -> '"' + word() + " " + word() + "\"~" + (1 + random.nextInt(9));
            case 5 -> "-" + word();
            case 6 -> part(depth - 1) + " OR " + part(depth - 1);
            case 7 -> "(" + part(depth - 1) + " " + part(depth - 1) + ")";
            case 8 -> part(depth - 1) + " NEAR/" + (1 + random.nextInt(9)) + " " + part(depth - 1);
            case 9 -> part(depth - 1) + " PRE/" + (1 + random.nextInt(9)) + " " + part(depth - 1);
            case 10 -> part(depth - 1) + (random.nextBoolean() ? " /s " : " /p ") + part(depth - 1);
            case 11 -> FIELDS[random.nextInt(FIELDS.length)] + ":" + part(0);
            case 12 -> part(depth - 1) + " AND " + part(depth - 1);
            default -> "after:20" + (19 + random.nextInt(6));
        };
    }
}
