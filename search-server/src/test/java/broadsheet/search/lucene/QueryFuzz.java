package broadsheet.search.lucene;

import java.util.List;
import java.util.Random;

/** Random queries: words and operators of the language, any Unicode, deep nesting, mutated real queries. */
public final class QueryFuzz {

    private static final List<String> PIECES = List.of("flood", "london", "OR", "AND", "NOT", "NEAR/5", "W/3", "PRE/2",
            "ADJ5", "/s", "/p", "/5", "title:", "author:", "lead:", "body:", "tag:", "lang:en", "date:2024",
            "after:2020", "before:", "US", "who", "the", "10:30", "C++", "AT&T", "O’Neill", "covid-19", "£5m", "elect*",
            "wom?n", "*ing", "a*", "s*", "~", "smith~", "oil~1", "-sport", "+oil", "&&", "||", "|", "!", "(", ")", "[",
            "\"", "\"oil price\"", "\"oil price\"~4", "“", "„", "«", "'", "\\", "/", ":", ";", "*", "?", "\u0000",
            "\u202e", "\u200b", "é", "中文", "新闻 报道", "عربي", "<script>", "NEAR/999", "a*b*c*", "goverment",
            "seawall", "mi*ro*t", "??????", "i?", "st*", "co*", "in* NEAR/9 re*");

    private final Random random;
    private final List<String> real;

    /** @param real queries that people typed, to be mutated; may be empty */
    public QueryFuzz(long seed, List<String> real) {
        this.random = new Random(seed);
        this.real = real;
    }

    /** The next query. */
    public String next() {
        return switch (random.nextInt(real.isEmpty() ? 8 : 12)) {
            case 0, 1, 2, 3 -> grammar(" ");
            case 4 -> grammar("");
            case 5 -> unicode();
            case 6 -> List.of("(", "\"", "a:(", "-(", "a OR ", "NOT ", "a* ", "~", "title:(", "x", "oil NEAR/5 ",
                    "in NEAR/30 ").get(random.nextInt(12)).repeat(1 + random.nextInt(600));
            case 7 -> grammar(" ") + " " + grammar(" ") + " " + grammar(" ");
            default -> mutated(real.get(random.nextInt(real.size())));
        };
    }

    private String grammar(String between) {
        StringBuilder query = new StringBuilder();
        int pieces = 1 + random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            query.append(PIECES.get(random.nextInt(PIECES.size()))).append(between);
        }
        return query.toString();
    }

    private String unicode() {
        StringBuilder query = new StringBuilder();
        int characters = 1 + random.nextInt(80);
        for (int i = 0; i < characters; i++) {
            query.append((char) (random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(0x10000)));
        }
        return query.toString();
    }

    private String mutated(String query) {
        StringBuilder mutated = new StringBuilder(query);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            int at = random.nextInt(mutated.length() + 1);
            if (random.nextBoolean() || at == mutated.length()) {
                mutated.insert(at, piece);
            } else {
                mutated.deleteCharAt(at);
            }
        }
        return mutated.toString();
    }
}
