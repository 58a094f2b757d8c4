package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.SiteProperties;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteZoneTest {

    @TempDir
    Path folder;

    /** The line of the settings, the zone asked for, the zone that the index keeps. */
    @ParameterizedTest
    @CsvSource({"timezone: Europe/Berlin, '', Europe/Berlin", "timezone: Asia/Kolkata, '', Asia/Kolkata",
            "timezone: Europe/Berlin, America/New_York, America/New_York", "title: Harbour Gazette, '', UTC",
            "timezone: Atlantis/Harbour, '', UTC", "title: Harbour Gazette, Pacific/Auckland, Pacific/Auckland"})
    void theIndexKeepsTheZoneOfTheSitesDays(String setting, String asked, String kept) throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(1);
        Files.writeString(site.root().resolve("_config.yml"), setting + "\n");
        ReadOptions reading = asked.isEmpty()
                ? ReadOptions.defaults()
                : ReadOptions.defaults().withZone(ZoneId.of(asked));
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), index).withReading(reading), BuildListener.NONE);
        assertEquals(kept,
                SiteProperties.read(GenerationStore.at(index).open().orElseThrow().generation().manifest()).timeZone());
    }
}
