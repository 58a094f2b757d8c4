package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code openapi.yaml} says what the server does: real answers are held against it. */
class ContractTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static RunningServer server;
    private static JsonNode contract;

    @BeforeAll
    static void start() {
        server = new RunningServer();
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(server.get("/openapi.yaml").body());
        contract = RunningServer.JSON.valueToTree(yaml);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/search | /api/v1/search?q=sea&tag=a&page=2
            /api/v1/search | /api/v1/search?facets=none&sort=oldest
            /api/v1/search | /api/v1/search?explain=true
            /api/v1/search | /api/v1/search?size=500&from=x
            /api/v1/search | /api/v1/search?cursor=old
            /api/v1/search | /api/v1/search?cursor=bad
            /api/v1/search | /api/v1/search?syntax=lucene&q=((
            /api/v1/suggest | /api/v1/suggest?q=se
            /api/v1/suggest | /api/v1/suggest?nonsense=1
            /api/v1/posts/{id} | /api/v1/posts/_posts/2024-03-01-sea-wall.md
            /api/v1/posts/{id} | /api/v1/posts/none
            /api/v1/posts/{id}/similar | /api/v1/posts/_posts/2024-03-01-sea-wall.md/similar
            /api/v1/posts/{id}/similar | /api/v1/posts/none/similar
            /search.json | /search.json?q=sea
            /search.json | /search.json?size=x
            /search.atom | /search.atom?q=sea
            /search.csv | /search.csv?q=sea
            /suggest | /suggest?q=se
            /opensearch.xml | /opensearch.xml
            / | /
            /search | /search?q=sea
            /similar | /similar?id=_posts/2024-03-01-sea-wall.md
            /tips | /tips
            /advanced | /advanced
            /openapi.yaml | /openapi.yaml
            /problems/{code} | /problems/gone
            /problems/{code} | /problems/x
            /healthz | /healthz
            /readyz | /readyz
            /metrics | /metrics
            """)
    void anAnswerIsAsTheContractHasIt(String path, String request) {
        HttpResponse<String> answer = server.get(request.replace("((", "(("));
        JsonNode described = contract.at("/paths").get(path).get("get").get("responses")
                .get(String.valueOf(answer.statusCode()));
        assertTrue(described != null, () -> request + " gave a status without description: " + answer.statusCode());
        JsonNode response = described.has("$ref")
                ? contract.at(described.get("$ref").asString().substring(1))
                : described;
        String type = answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        JsonNode content = response.get("content").get(type);
        assertTrue(content != null, () -> request + " gave a type without description: " + type);
        if (type.endsWith("json")) {
            assertEquals(List.of(), errors(content.get("schema"), answer.body()), answer::body);
        }
    }

    private static List<Error> errors(JsonNode reference, String body) {
        ObjectNode schema = (ObjectNode) reference.deepCopy();
        schema.set("components", contract.get("components"));
        return SCHEMAS.getSchema(schema).validate(RunningServer.JSON.readTree(body),
                run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Test
    void aWrongAnswerWouldBeFound() {
        JsonNode schema = contract.at("/paths/~1api~1v1~1search/get/responses/200/content/application~1json/schema");
        assertTrue(errors(schema, server.get("/api/v1/search").body().replace("\"date\"", "\"dated\"")).size() > 0);
        assertTrue(errors(schema, server.get("/api/v1/search").body().replace("\"total\"", "\"sum\"")).size() > 0);
        assertTrue(errors(schema, server.get("/api/v1/search").body().replace("2024-03-01T09:00:00Z", "1 March"))
                .size() > 0);
    }

    @Test
    void everyAddressIsDescribedAndNoOther() {
        Set<String> served = server.server.served().stream().map(p -> p.replace('<', '{').replace('>', '}'))
                .filter(p -> !p.equals("/style.css") && !p.startsWith("/favicon.") && !p.endsWith("/search.js")
                        && !p.equals("/search.js"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>(contract.get("paths").propertyNames());
        described.removeIf(path -> path.startsWith("/admin/"));
        assertEquals(described, served);
    }

    @Test
    void everyParameterOfTheSearchIsDescribed() {
        Set<String> described = new TreeSet<>(contract.at("/components/parameters").propertyNames());
        described.remove("id");
        String expected = server.json("/api/v1/search?unknown=1").get("errors").get(0).get("expected").asString();
        assertEquals("one of " + String.join(", ", described), expected);
    }
}
