package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.web.messages.Messages;
import java.util.List;

/** The page of search tips: each example with its meaning. */
record TipsView(Frame frame, List<Tip> tips) {

    /** One row; the example is a link that tries it. */
    record Tip(String typed, String meaning, String href) {}

    private static final List<List<String>> ROWS = List.of(List.of("flood defence", "tips.words"),
            List.of("\"flood defence\"", "tips.phrase"), List.of("harbour -sport", "tips.not"),
            List.of("flood OR storm", "tips.or"), List.of("(flood OR storm) harbour", "tips.group"),
            List.of("flood NEAR/5 harbour", "tips.near"), List.of("flood PRE/5 harbour", "tips.pre"),
            List.of("flood /s harbour", "tips.sentence"), List.of("elect*", "tips.prefix"),
            List.of("wom?n", "tips.letter"), List.of("smith~", "tips.fuzzy"), List.of("title:flood", "tips.field"),
            List.of("after:2024-03 before:2025", "tips.dates"), List.of("date:2024-01..2024-03", "tips.range"));

    static TipsView of(PageSettings settings, Messages messages) {
        String path = settings.basePath() + "/search";
        return new TipsView(Frame.plain(messages, settings, messages.text("tips.title")),
                ROWS.stream().map(row -> new Tip(row.get(0), messages.text(row.get(1)),
                        SearchAddress.at(path, SearchRequest.of(row.get(0))))).toList());
    }
}
