package broadsheet.web.page;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.web.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reasons for a hit's place, as sentences of one language. */
public final class Reasons {

    private final Messages messages;

    private Reasons(Messages messages) {
        this.messages = messages;
    }

    /** The sentences of that language; of English, if it has no message file. */
    public static Reasons in(Locale language) {
        return new Reasons(Messages.in(language));
    }

    /** The first reason for an explained hit's place: {@code It has all the words.} */
    public String tier(Hit hit) {
        Explanation explanation = hit.explanation().orElseThrow();
        if (hit.pinned()) {
            return messages.text("why.pinned");
        }
        return explanation.shares().isEmpty()
                ? messages.text("why.date")
                : messages.text("why." + explanation.tier().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code “flood” in the headline × 2}. */
    public String share(Share share) {
        String times = share.times() > 1 ? " × " + share.times() : "";
        return switch (share.cause()) {
            case WORD, PATTERN -> inPart(share) + times;
            case PHRASE -> messages.text("why.exact", quoted(share.words())) + times;
            case NEARNESS -> messages.text("why.nearness", quoted(share.words())) + times;
            case CAPITALS -> messages.text("why.capitals", quoted(share.words())) + times;
            case ACCENTS -> messages.text("why.accents", quoted(share.words())) + times;
            case HEADLINE -> messages.text("why.headline");
            case RECENCY -> messages.text("why.recency");
            case CONDITION -> messages.text("why.condition");
        };
    }

    private String inPart(Share share) {
        String part = share.part() == Part.TITLE ? "title" : "text";
        return share.found().isEmpty()
                ? messages.text("why.word." + part, quoted(share.words()))
                : messages.text("why.as." + part, quoted(share.words()), quoted(share.found()));
    }

    /** A phrase has its own quotation marks. */
    private String quoted(List<String> texts) {
        return texts.stream().map(text -> text.indexOf('"') >= 0 ? text : messages.text("why.quoted", text))
                .collect(Collectors.joining(", "));
    }
}
