package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a release promised stays: {@code v1-keys.txt} holds its addresses, parameters, answers and keys. */
class KeysTest {

    private static RunningServer server;
    private static ObjectNode contract;
    private static Set<String> promised;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer();
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(server.get("/openapi.yaml").body());
        contract = RunningServer.JSON.valueToTree(yaml);
        try (InputStream file = KeysTest.class.getResourceAsStream("v1-keys.txt")) {
            promised = new TreeSet<>(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingPromisedIsGoneFromTheDescription() {
        Set<String> described = new Promises(contract).all();
        assertEquals(Set.of(), without(promised, described), "promised, and no longer described");
    }

    @Test
    void aKeyThatIsTakenAwayIsMissed() {
        ObjectNode changed = contract.deepCopy();
        ((ObjectNode) changed.at("/components/schemas/SearchAnswer/properties")).remove("totalAll");
        ((ObjectNode) changed.at("/components/parameters/sort/schema")).remove("enum");
        ((ObjectNode) changed.at("/paths/~1api~1v1~1suggest/get/responses")).remove("503");
        assertEquals(List.of("GET /api/v1/search takes sort=newest", "GET /api/v1/search takes sort=oldest",
                "GET /api/v1/search takes sort=relevance", "GET /api/v1/suggest answers 503",
                "GET /api/v1/suggest answers 503 application/problem+json", "key SearchAnswer.totalAll"),
                List.copyOf(without(promised, new Promises(changed).all())));
    }

    /** The sample has something in each list except four of the five facets, which are counted alike. */
    @Test
    void aRealAnswerHasEveryPromisedKey() {
        JsonNode answer = server.json("/api/v1/search?q=sea&explain=true&facets=category,author,tag,lang,year");
        Set<String> given = new TreeSet<>();
        keys(answer, "SearchAnswer", given);
        Set<String> expected = new TreeSet<>();
        List.of("SearchAnswer", "SearchAnswer.query Query", "SearchAnswer.hits[] Hit",
                "SearchAnswer.hits[] PostFields", "SearchAnswer.hits[].snippets[] Snippet",
                "SearchAnswer.hits[].explain Explanation", "SearchAnswer.facets.category Counts")
                .forEach(place -> {
                    String[] pair = place.split(" ");
                    String schema = pair[pair.length - 1];
                    promised.stream().filter(line -> line.matches("key " + schema + "[.\\[].*"))
                            .forEach(line -> expected.add(pair[0] + line.substring(4 + schema.length())));
                });
        assertEquals(Set.of(), without(expected, given), "promised, and not in the answer");
        assertEquals(82, expected.size());
    }

    private static void keys(JsonNode node, String path, Set<String> found) {
        node.properties().forEach(entry -> {
            found.add(path + "." + entry.getKey());
            keys(entry.getValue(), path + "." + entry.getKey(), found);
        });
        if (node.isArray()) {
            node.forEach(element -> keys(element, path + "[]", found));
        }
    }

    private static Set<String> without(Set<String> all, Collection<String> gone) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(gone);
        return rest;
    }
}
