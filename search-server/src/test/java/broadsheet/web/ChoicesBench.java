package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every choice that the page or the endpoint shows with a number leads to that many posts, on all real archives:
 * sections, authors, tags, languages, years, bars of the timeline, wider searches, spellings, bylines.
 * {@code mvn verify -P bench -Dtest=ChoicesBench}
 */
@Tag("bench")
class ChoicesBench {

    /** Nothing, common words, a word with filters, a phrase, a search that is relaxed, and two that find nothing. */
    private static final List<String> SEARCHES = List.of("", "q=the", "q=de", "q=new+release", "q=news&copies=all",
            "q=security&from=2015&to=2019",
            "from=2015-03-10&to=2019-08-20", "q=new&to=2019-08-20", "q=%22open+source%22",
            "q=release+wallet+openSUSE+party+zebra",
            "q=software+-linux+title:new", "q=bitcoin&lang=xx", "q=%22no+such+words+stand+anywhere%22&from=2019");
    /** Searches for the first authors, sections and tags as words, so that bylines are offered. */
    private static final int NAMES = 3;

    @TempDir
    private Path folder;

    @Test
    void everyChoiceCountsWhatItsLinkFinds() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("../../shared/archives")),
                "skipped: there is no folder of real archives");
        List<String> different = new ArrayList<>();
        long choices = 0;
        for (Path archive : ServedArchive.shared(folder)) {
            try (ServedArchive served = ServedArchive.of(archive, folder.resolve("index-" + archive.getFileName()))) {
                Choices checked = new Choices(served);
                SEARCHES.forEach(checked::check);
                served.names(NAMES).forEach((value, name) -> {
                    checked.check("q=" + value);
                    checked.check(name + "=" + value);
                    checked.check("q=the&from=2014-05-05&" + name + "=" + value);
                });
                System.out.println(archive.getFileName() + ": " + checked.count() + " choices, "
                        + checked.different().size() + " count other posts than their links find");
                checked.different().forEach(line -> System.out.println("  " + line));
                different.addAll(checked.different());
                choices += checked.count();
            }
        }
        assertTrue(choices > 5_000, "only " + choices + " choices were seen");
        assertEquals(List.of(), different);
    }
}
