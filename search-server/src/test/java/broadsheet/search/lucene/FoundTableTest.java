package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is typed and which posts it finds, a kind of writing at a time: {@code found-table.txt}. A kind is a small archive:
 * {@code ## kind | language}, then its posts, {@code id | text | author, section, tag}, then questions,
 * {@code ? typed => ids | marked texts}. A post that lacks some of the words has a {@code ~} before its id.
 * {@code -Dgolden.update=true} writes the answers anew.
 */
class FoundTableTest {

    private static final Path TABLE = Path.of("src/test/resources/golden/found-table.txt");

    @TempDir
    private Path folder;

    @Test
    void everyQuestionFindsItsPosts() throws IOException {
        List<String> expected = Files.readAllLines(TABLE);
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < expected.size()) {
            int end = at + 1;
            while (end < expected.size() && !expected.get(end).startsWith("## ")) {
                end++;
            }
            found.addAll(answered(expected.subList(at, end), folder.resolve("" + at)));
            at = end;
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(TABLE, found);
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void theTableIsLarge() throws IOException {
        long questions = Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("? ")).count();
        assertTrue(questions >= 150, questions + " questions");
    }

    private static List<String> answered(List<String> kind, Path index) throws IOException {
        if (!kind.get(0).startsWith("## ")) {
            return kind;
        }
        String language = kind.get(0).substring(kind.get(0).lastIndexOf('|') + 1).strip();
        List<Post> posts = kind.stream().filter(line -> line.contains(" | ") && !line.startsWith("#")
                && !line.startsWith("? ")).map(line -> post(line, language)).toList();
        List<String> answered = new ArrayList<>();
        try (SmallArchive archive = SmallArchive.of(index, posts)) {
            for (String line : kind) {
                answered.add(line.startsWith("? ") ? answer(archive, line) : line);
            }
        }
        return answered;
    }

    private static Post post(String line, String language) {
        String[] cells = line.split(" \\| ", -1);
        PostBuilder post = Post.builder(cells[0]).title("Report").body(cells[1]).lang(language);
        String[] names = cells.length > 2 ? cells[2].split(", ") : new String[0];
        if (names.length == 3) {
            post.authors(List.of(names[0])).categories(List.of(names[1])).tags(List.of(names[2]));
        }
        return post.build();
    }

    private static String answer(SmallArchive archive, String line) {
        String typed = line.substring(2, line.contains(" => ") ? line.indexOf(" => ") : line.length());
        List<Hit> hits = archive.ask(typed).hits();
        String ids = hits.stream().map(hit -> (hit.missing().isEmpty() ? "" : "~") + hit.post().id()).sorted()
                .collect(Collectors.joining(" "));
        String marks = hits.stream().flatMap(FoundTableTest::marked).collect(Collectors.toCollection(TreeSet::new))
                .stream().collect(Collectors.joining(", "));
        return "? " + typed + " => " + (ids.isEmpty() ? "-" : ids) + (marks.isEmpty() ? "" : " | " + marks);
    }

    private static Stream<String> marked(Hit hit) {
        return hit.snippets().stream()
                .flatMap(s -> s.marks().stream().map(m -> s.text().substring(m.start(), m.end())));
    }
}
