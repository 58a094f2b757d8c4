package broadsheet.command;

import broadsheet.command.print.ReportPrinter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.archive.SharedArchives;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.IndexBuild;
import broadsheet.build.Published;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every real archive becomes an index, entry for entry, and the next build finds nothing to read. */
@Tag("bench")
class ArchivesBenchTest {

    @TempDir
    Path folder;

    @Test
    void everyArchiveIsIndexedAndItsSumHolds() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("../../shared/archives")),
                "skipped: there is no folder of real archives");
        for (Path archive : SharedArchives.unpacked(folder)) {
            BuildOptions options = BuildOptions.of(List.of(archive), folder.resolve("index-" + archive.getFileName()));
            BuildReport first = new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
            BuildReport again = new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
            System.out.println(archive.getFileName() + ": " + ReportPrinter.summary(first));
            assertEquals(first.entries(), first.posts() + first.skipped() + first.failed());
            assertEquals(first.posts() + first.scheduled(), Published.stored(options.index()).size());
            assertEquals(again.files(), again.reused());
            assertEquals(first.problems(), again.problems());
            assertEquals(first.posts(), again.posts());
        }
    }
}
