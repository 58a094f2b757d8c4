package broadsheet.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an archive of posts out of a corpus with one JSON object a line. */
final class NewsPosts {

    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
    /** Dates go round within about five years: enough for bars of the timeline, few enough for days with many posts. */
    private static final int DAYS = 1_800;

    private NewsPosts() {}

    /** Writes a Jekyll post for each document, dated by its number, as the corpus has no dates. */
    static void write(Path corpus, Path folder) throws IOException {
        JsonMapper json = new JsonMapper();
        Path posts = Files.createDirectories(folder.resolve("_posts"));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = json.readTree(line);
                String day = FIRST_DAY.plusDays(number % DAYS).toString();
                String section = document.path("category").asString("");
                Files.writeString(posts.resolve(day + "-" + document.path("id").asString() + ".md"),
                        "---\ntitle: " + json.writeValueAsString(document.path("title").asString(""))
                                + "\ndate: " + day + "\n"
                                + (section.isEmpty()
                                        ? ""
                                        : "categories: [" + json.writeValueAsString(section) + "]\n")
                                + "---\n\n" + document.path("body").asString("") + "\n");
                number++;
            }
        }
    }

    /** Unpacks a real archive. */
    static void unpack(Path packed, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int code = new ProcessBuilder("tar", "-xzf", packed.toAbsolutePath().toString(), "-C", folder.toString())
                .inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("tar ended with " + code + " on " + packed);
        }
    }
}
