package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.archive.Mutations;
import broadsheet.archive.TarFile;
import broadsheet.post.Problems;
import broadsheet.post.SamplePosts.Sample;
import broadsheet.post.SamplePosts;
import broadsheet.post.SyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@link QuickYaml} against the parser that it spares. */
class QuickYamlTest {

    private static final List<String> PIECES = List.of(":", " ", ": ", "#", " #", "- ", "-", "\n", "\n\n", "  ", "'",
            "\"",
            "[", "]", ",", "{", "}", "&a", "*a", "!x", "|", ">", "%", "@", "`", "~", "null", "\\", "\t", "é", "\u2028",
            "😀", "---", "...", "? ", "key:", "key: v\n", "- x\n", "  - x\n", "[a, b]", "''", "<<", "\u00A0", "\u0085");
    private static final String SAMPLE = """
            layout: post
            title: "The wall's end"
            date: 2024-03-01 10:00:00 +0100
            # the desk's
            tags: [sea, 'the wall', "a, b"]
            authors:
              - Ida Hartnell
              - O'Neill

            lead: it's 10:30 & raining (again), no. 1#2 - so [far]
            draft:
            sections:
            - News
            image: /a/b_c.jpg\s\s
            """;

    @Test
    void frontMatterAsMostPeopleWriteItIsPlain() {
        assertTrue(QuickYaml.read(SAMPLE, 2).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b: c", "a: b #c", "a: &x b", "a: [b", "a: \"b\\n\"", "a: |\n  b", "a:\n  b: c",
            "a: b\n  c",
            "a: 1\na: 2", "a:b", "- a", "", "a: 'b' c", "a: [b: c]", "? a", "a: {b: c}", "a:\tb", "a: -b",
            "a:\n- b: c"})
    void whatMightMeanMoreIsLeftToTheParser(String yaml) {
        assertEquals(Optional.empty(), QuickYaml.read(yaml, 2));
    }

    @Test
    void itReadsAsTheParserDoesWhateverIsBroken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            assertSame(Mutations.of(SAMPLE, PIECES, random), "seed " + seed);
        }
    }

    @Test
    void itReadsOurSamplesAsTheParserDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Sample> samples = SamplePosts.all();
        int plain = 0;
        for (Sample sample : samples) {
            String where = "sample " + sample.number();
            plain += assertSame(sample.yaml(), where) ? 1 : 0;
            for (int i = 0; i < 20; i++) {
                assertSame(Mutations.of(sample.yaml(), PIECES, random), where + ", seed " + seed);
            }
        }
        assertTrue(plain >= 60 && plain <= 180, plain + " of " + samples.size() + " are plain");
    }

    @Test
    void itReadsRealFrontMatterAsTheParserDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int plain = 0;
        int all = 0;
        for (TarFile file : TarFile.ofSharedArchives()) {
            String yaml = file.frontMatter();
            if (yaml.isEmpty() || file.isMade() && random.nextInt(16) > 0) {
                continue;
            }
            all++;
            plain += assertSame(yaml, file.name()) ? 1 : 0;
            assertSame(Mutations.of(yaml, PIECES, random), file.name() + ", seed " + seed);
        }
        assertTrue(plain >= all * 0.8, plain + " of " + all + " are plain");
    }

    /** Whether the text was plain; if it was, both must give the same, places and all, and the parser no warning. */
    private static boolean assertSame(String yaml, String where) {
        Optional<Value.Fields> plain = QuickYaml.read(yaml, 2);
        if (plain.isEmpty()) {
            return false;
        }
        Problems problems = new Problems("x");
        try {
            assertEquals(YamlReader.parse(yaml, 2, problems), plain.get(), () -> where + "\n" + yaml);
        } catch (SyntaxException e) {
            throw new AssertionError(where + ": the parser refuses " + yaml, e);
        }
        assertEquals(List.of(), problems.list(), () -> where + "\n" + yaml);
        return true;
    }
}
