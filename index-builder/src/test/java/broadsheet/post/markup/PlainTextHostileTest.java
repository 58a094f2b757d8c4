package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.encoding.TextRepair;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that a file may hold costs more than two seconds or ends in an exception. */
class PlainTextHostileTest {

    /** Of one core: the clock on the wall tells of other programs, too. */
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MIXTURES = Integer.getInteger("mixtures", 20);
    private static final String[] UNITS = {"<", "<a", "<a ", "<a b='", "<a b=\"x> ", "<!--", "<?", "</", "<x>", "<pre>",
            "<iframe>", "<div hidden>", "[", "[a](", "![", "[a]", "[a][b]", "[^", "[^a]:", "[code ", "*", "*a", "a*",
            "**a ",
            "*a_ ", "*a **a ", "_", "`", "`a``b```c", "{", "{%", "{% x %}", "{% comment %}", "{% highlight x %}", "{{",
            "{{<", "{:", "{#", "{/*", "$$", ">", "> ", "(", "|", "a|", "|a\n|-\n", "\\", "&", "&#", "&amp", "#", "-",
            "- ",
            "- a\n", "~", "=", "a\n=", "http://", "<http:", "\t", "1. ", "~~~\n", "<div>\n", "\u0316\u0301", "\u200D",
            "Ã©", "â€", "import ", "markdown=", "<td>", "<br>"};

    @ParameterizedTest
    @EnumSource(Markup.class)
    void aHundredThousandOfAnyDelimiterAreReadInTime(Markup markup) {
        for (String unit : UNITS) {
            String source = unit.repeat(100_000 / unit.length());
            assertInTime(LIMIT, markup + " " + unit, () -> PlainText.of(source, markup));
        }
    }

    @Test
    void aTitleOfAHundredThousandOfAnyDelimiterIsReadInTime() {
        for (String unit : UNITS) {
            String source = unit.repeat(100_000 / unit.length());
            assertInTime(LIMIT, "line " + unit, () -> PlainText.line(source));
            assertInTime(LIMIT, "repair " + unit, () -> TextRepair.repair(source));
        }
    }

    @Test
    void deepNestingIsReadInTime() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 10_000 && list.length() < 2_000_000; i++) {
            list.append(" ".repeat(2 * Math.min(i, 300))).append("- a\n");
        }
        for (String source : List.of(list.toString(), "- ".repeat(10_000) + "a", "> ".repeat(10_000) + "a",
                "<div>".repeat(10_000), "*a **b ".repeat(20_000), "[".repeat(20_000) + "a" + "](b)".repeat(20_000),
                "![".repeat(20_000) + "a" + "](b)".repeat(20_000))) {
            assertInTime(LIMIT, source.substring(0, 20), () -> PlainText.of(source, Markup.MARKDOWN));
        }
    }

    @Test
    void tenMegabytesAreReadInTime() {
        String source = "The *sea* wall was [built](/x) by `hand` in <b>1953</b>.\n\n".repeat(175_000);
        assertInTime(Duration.ofSeconds(15), "10 MB", () -> PlainText.of(source, Markup.MARKDOWN));
    }

    @Test
    void mixturesOfAllMarksAreReadInTime() {
        long seed = 20241123;
        Random random = new Random(seed);
        for (int round = 0; round < MIXTURES; round++) {
            StringBuilder source = new StringBuilder();
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                chosen.add(UNITS[random.nextInt(UNITS.length)]);
            }
            for (int i = 0; i < 2000; i++) {
                source.append(chosen.get(random.nextInt(chosen.size()))).append(random.nextInt(9) == 0 ? "\n" : "");
            }
            String text = source.toString();
            Markup markup = Markup.values()[round % 3];
            String where = "seed " + seed + ", round " + round;
            assertInTime(LIMIT, where, () -> PlainText.of(text, markup));
            assertInTime(LIMIT, where, () -> PlainText.line(text));
        }
    }

    private static void assertInTime(Duration limit, String what, Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long millis = assertTimeoutPreemptively(limit.multipliedBy(20), () -> {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        }, what);
        assertTrue(millis <= limit.toMillis(), () -> what + " took " + millis + " ms");
    }
}
