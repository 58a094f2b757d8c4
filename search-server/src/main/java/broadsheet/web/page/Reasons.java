package broadsheet.web.page;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.web.messages.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reasons for a hit's place, as sentences of one language. */
public final class Reasons {

    private final Words words;

    private Reasons(Words words) {
        this.words = words;
    }

    /** The sentences of that language; of English, if it has no message file. */
    public static Reasons in(Locale language) {
        return new Reasons(Words.in(language));
    }

    /** The first reason for an explained hit's place: {@code It has all the words.} */
    public String tier(Hit hit) {
        Explanation explanation = hit.explanation().orElseThrow();
        if (hit.pinned()) {
            return words.text("why.pinned");
        }
        return explanation.shares().isEmpty()
                ? words.text("why.date")
                : words.text("why." + explanation.tier().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code “flood” in the headline × 2}. */
    public String share(Share share) {
        String times = share.times() > 1 ? " × " + share.times() : "";
        return switch (share.cause()) {
            case WORD, PATTERN -> inPart(share) + times;
            case PHRASE -> words.text("why.exact", quoted(share.words())) + times;
            case NEARNESS -> words.text("why.nearness", quoted(share.words())) + times;
            case CAPITALS -> words.text("why.capitals", quoted(share.words())) + times;
            case ACCENTS -> words.text("why.accents", quoted(share.words())) + times;
            case HEADLINE -> words.text("why.headline");
            case RECENCY -> words.text("why.recency");
            case CONDITION -> words.text("why.condition");
        };
    }

    private String inPart(Share share) {
        String part = share.part() == Part.TITLE ? "title" : "text";
        return share.found().isEmpty()
                ? words.text("why.word." + part, quoted(share.words()))
                : words.text("why.as." + part, quoted(share.words()), quoted(share.found()));
    }

    /** A phrase has its own quotation marks. */
    private String quoted(List<String> texts) {
        return texts.stream().map(text -> text.indexOf('"') >= 0 ? text : words.text("why.quoted", text))
                .collect(Collectors.joining(", "));
    }
}
