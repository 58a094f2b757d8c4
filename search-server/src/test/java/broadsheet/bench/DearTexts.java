package broadsheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions that are made to be dear. */
public final class DearTexts {

    private static final List<String> WORDS = List.of("house", "market", "stock", "player", "minister", "company",
            "people",
            "government", "world", "china", "record", "season", "report", "group", "launch", "music", "bank", "phone",
            "space", "court");

    public static final List<String> ALL = texts();

    private DearTexts() {}

    private static String row(int count, String form) {
        return IntStream.range(0, count).mapToObj(i -> form.replace("W", WORDS.get(i % 20)).replace("C",
                String.valueOf((char) ('a' + i % 26)))).collect(Collectors.joining(" "));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("oil~2 ".repeat(60), row(64, "WC~2"), row(64, "Ce*"),
                row(64, "C?e*"),
                row(8, "*C*"), "the /p ".repeat(64) + "the", "the NEAR/5 ".repeat(30) + "the",
                "the /p of /p a /p in /p to /p and /p on /p for /p at", "a-".repeat(500) + "a", "a-b-".repeat(60) + "c",
                "a ".repeat(64), "\"" + "the ".repeat(64) + "\"", "\"" + "the ".repeat(64) + "\"~50",
                "the-".repeat(64) + "the",
                "\"th* of* in* to* an* fo* on* at*\"~20", "(th* NEAR/9 of*) /p (in* NEAR/9 to*) /p (an* /p fo*)",
                ". date:2004 /s london . ~2", row(64, "qzWC"), "中国經濟新聞".repeat(100), "ab.c-d'e ".repeat(60),
                "-the ".repeat(60), "title:a* ".repeat(30), "(a OR b) ".repeat(30), "\"in the\" /p ".repeat(30) + "x",
                "U.S. ".repeat(60), "éèêëēėę ".repeat(60), "e-mail co-op ".repeat(30),
                "\"e-mail co-op by-election\" ".repeat(20),
                "the of and to in a is that for on with as at by from it be are",
                "colour labour centre ".repeat(21), "\"" + "colour-labour ".repeat(32) + "\"",
                "title:the /p ".repeat(40)));
        return texts.stream().map(String::strip).toList();
    }
}
