package broadsheet.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the owner's files lie, and what is said of them. */
class OwnerFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aNamedFileGoesBeforeTheUsualOne() {
        Path own = folder.resolve("own.txt");
        assertEquals(new OwnerFile(own, true), OwnerFile.of(Optional.of(own), folder, OwnerFiles.PINS));
        assertEquals(new OwnerFile(folder.resolve("pins.txt"), false),
                OwnerFile.of(Optional.empty(), folder, OwnerFiles.PINS));
        assertEquals(new OwnerFile(folder.resolve("synonyms.txt"), false),
                OwnerFile.of(Optional.empty(), folder, OwnerFiles.SYNONYMS));
    }

    @Test
    void onlyAFileIsThere() throws IOException {
        OwnerFile pins = OwnerFile.of(Optional.empty(), folder, OwnerFiles.PINS);
        assertFalse(pins.isThere());
        Files.createDirectory(pins.path());
        assertFalse(pins.isThere());
        Files.delete(pins.path());
        Files.writeString(pins.path(), "");
        assertTrue(pins.isThere());
    }

    @Test
    void noRulesAreNoFiles() {
        assertEquals(Optional.empty(), OwnerFiles.NONE.pins());
        assertEquals(Optional.empty(), OwnerFiles.NONE.synonyms());
    }

    @Test
    void aReportPartsErrorsFromWarningsInTheirOrder() {
        RuleProblems rules = new RuleProblems("pins.txt");
        Problem warning = rules.warning(1, 2, "repeated-post", "twice");
        Problem error = rules.error(3, 4, "empty-side", "expected a post");
        Problem later = rules.error(5, 0, "no-arrow", "expected an arrow");
        assertEquals(Severity.WARNING, warning.severity());
        assertEquals(Severity.ERROR, error.severity());
        RuleReport report = RuleReport.of(List.of(warning, error, later));
        assertEquals(List.of(error.toString(), later.toString()), report.errors());
        assertEquals(List.of(warning.toString()), report.warnings());
        assertEquals("pins.txt:3:4: error: expected a post [empty-side]", report.errors().getFirst());
    }
}
