package broadsheet.web.api;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.web.page.Reasons;
import broadsheet.web.text.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a hit stands where it does, for programs and for those who read JSON. */
final class ExplanationJson {

    private static final Reasons ENGLISH = Reasons.in(Locale.ENGLISH);

    private ExplanationJson() {}

    /** The key {@code explain}: {@code null} where no explanation was asked for. */
    static void write(JsonText json, Hit hit) {
        Optional<Explanation> explanation = hit.explanation();
        if (explanation.isEmpty()) {
            json.nothing("explain");
            return;
        }
        json.object("explain", e -> {
            e.text("tier", lower(explanation.get().tier())).text("text", ENGLISH.tier(hit));
            Sums sums = new Sums(hit.score(), explanation.get().shares());
            e.objects("shares", explanation.get().shares(), share -> write(e, share, sums));
        });
    }

    private static void write(JsonText json, Share share, Sums sums) {
        json.text("cause", lower(share.cause())).text("part", lower(share.part()));
        json.texts("words", share.words()).texts("found", share.found()).number("times", share.times());
        json.decimal("score", sums.next(share.score()));
        json.decimal("percent", sums.percent(share.score()));
        json.text("text", ENGLISH.share(share));
    }

    /** Four decimals are enough to compare scores; sixteen only lengthen the answer. */
    static double rounded(double score) {
        return Math.round(score * 1e4) / 1e4;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Rounds shares in such a way that the rounded ones add up to the rounded score. */
    private static final class Sums {
        private final double total;
        private final double whole;
        private double exact;
        private long shown;

        Sums(double total, List<Share> shares) {
            this.total = total;
            this.whole = shares.stream().mapToDouble(Share::score).sum();
        }

        double next(double share) {
            exact += share;
            long before = shown;
            shown = Math.round(exact / whole * total * 1e4);
            return (shown - before) / 1e4;
        }

        double percent(double share) {
            return total > 0 ? Math.round(1000 * share / total) / 10.0 : 0;
        }
    }
}
