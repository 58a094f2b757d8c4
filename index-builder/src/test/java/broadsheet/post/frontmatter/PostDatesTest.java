package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.archive.JekyllSites;
import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostDatesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static String read(String written) throws SyntaxException {
        Fields fields = (Fields) YamlReader.read("date: " + written, 1000, 1, new Problems("p"));
        return PostDates.read((Text) fields.exact("date").orElseThrow(), NEW_YORK).map(Instant::toString).orElse("-");
    }

    @Test
    void everyFormIsReadAsRubyReadsIt() throws SyntaxException {
        List<String> differences = new ArrayList<>();
        for (String line : JekyllSites.resource("dates.tsv").lines().toList()) {
            String[] cells = line.split("\t");
            String read = read(cells[0]);
            if (!read.equals(cells[1])) {
                differences.add("\n" + line + " came as " + read);
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void goldenFileIsWhatRubyMakes() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ruby")), "skipped: ruby is not installed");
        Process ruby = new ProcessBuilder("ruby", "src/test/resources/jekyll/make-dates.rb",
                "src/test/resources/jekyll/dates.txt").start();
        assertEquals(JekyllSites.resource("dates.tsv"),
                new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"2020-03-07, 2020-03-07T00:00:00Z", "20-3-7, 2020-03-07T00:00:00Z", "99-12-1, 1999-12-01T00:00:00Z"})
    void fileNamesHoldDaysOfTheSitesZone(String written, Instant expected) {
        assertEquals(Optional.of(expected), PostDates.ofFileName(written, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"2020-13-01", "2020-00-10", "2020-1-45"})
    void impossibleDaysOfFileNamesAreNone(String written) {
        assertEquals(Optional.empty(), PostDates.ofFileName(written, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"10:30", "June 7", "Sunday", "6/7", "'next Saturday {2010/07/03'"})
    void whatNamesNoYearIsNeverADayOfThisYear(String written) {
        Optional<Instant> read = PostDates.read(new Text(written, true, 1, 1), ZoneOffset.UTC);
        assertEquals(written.contains("2010") ? Optional.of(Instant.parse("2010-07-03T00:00:00Z")) : Optional.empty(),
                read);
    }
}
