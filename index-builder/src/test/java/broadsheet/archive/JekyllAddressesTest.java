package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import broadsheet.post.site.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses against {@code addresses.tsv}, which a real Jekyll has made of {@code sites.txt}. */
class JekyllAddressesTest {

    private static final Path MAKER = Path.of("src/test/resources/jekyll/make-addresses.rb");
    private static final Path SITES = Path.of("src/test/resources/jekyll/sites.txt");

    @TempDir
    private Path folder;

    @Test
    void everyAddressIsJekylls() throws IOException {
        List<String> expected = JekyllSites.resource("addresses.tsv").lines().map(JekyllAddressesTest::withoutRawUrl)
                .toList();
        List<String> computed = new ArrayList<>();
        for (JekyllSites site : JekyllSites.all()) {
            Path root = folder.resolve(site.name());
            site.write(root);
            Map<String, String> addresses = addresses(root);
            site.posts().keySet().forEach(
                    path -> computed.add(site.name() + "\t" + path + "\t" + addresses.getOrDefault(path, "-")));
        }
        assertTrue(expected.size() >= 300, expected.size() + " cases");
        assertEquals(List.of(), differences(expected, computed));
    }

    private static List<String> differences(List<String> expected, List<String> computed) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), computed.size()); i++) {
            String left = i < expected.size() ? expected.get(i) : "nothing";
            String right = i < computed.size() ? computed.get(i) : "nothing";
            if (!left.equals(right)) {
                differences.add("\n" + left + " came as " + right);
            }
        }
        return differences;
    }

    private static String withoutRawUrl(String line) {
        String[] cells = line.split("\t");
        return cells[0] + "\t" + cells[1] + "\t" + cells[3];
    }

    private static Map<String, String> addresses(Path root) throws IOException {
        Archive archive = Archive.open(List.of(root), ReadOptions.defaults());
        Map<String, String> addresses = new TreeMap<>();
        for (PostFile file : archive.files()) {
            archive.read(file).posts().stream().filter(post -> post.visibleFrom().isEmpty())
                    .forEach(post -> addresses.put(post.id(), post.url()));
        }
        return addresses;
    }

    /** Asked for by the bench profile alone: it builds every site of the golden file. */
    @Tag("bench")
    @Test
    void goldenFileIsWhatTheInstalledJekyllMakes() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/jekyll")), "skipped: jekyll is not installed");
        Process ruby = new ProcessBuilder("ruby", MAKER.toString(), SITES.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String made = new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(ruby.waitFor(1, TimeUnit.MINUTES));
        assertEquals(JekyllSites.resource("addresses.tsv"), made);
    }

    @Test
    void filesOfARealBuildStandWhereTheAddressesSay() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/jekyll")), "skipped: jekyll is not installed");
        JekyllSites site = JekyllSites.all().stream().filter(each -> each.name().equals("pretty")).findFirst()
                .orElseThrow();
        Path root = folder.resolve("site");
        Path built = folder.resolve("built");
        site.write(root);
        Process jekyll = new ProcessBuilder("jekyll", "build", "--quiet", "--source", root.toString(), "--destination",
                built.toString()).redirectErrorStream(true).start();
        String output = new String(jekyll.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jekyll.waitFor(), output);
        Map<String, String> addresses = addresses(root);
        assertEquals(9, addresses.size());
        for (String address : addresses.values()) {
            String path = new String(Address.unescape(address.substring(1)), StandardCharsets.UTF_8);
            assertTrue(Files.exists(built.resolve(path.endsWith("/") ? path + "index.html" : path)), address);
        }
    }
}
