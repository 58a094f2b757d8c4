package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Await;
import broadsheet.web.route.Rebuild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdminTest {

    private static final String TOKEN = "a-token-of-thirty-two-characters";

    private final HttpClient client = HttpClient.newHttpClient();

    private static WebServer server(Optional<Rebuild> rebuild) {
        ServerOptions options = ServerOptions.local(0).withAdminToken(TOKEN);
        return WebServer.start(options, new SampleEngine(), rebuild);
    }

    private HttpResponse<String> post(WebServer server, String... headers) throws IOException, InterruptedException {
        return send(server, "POST", "rebuild", headers);
    }

    private HttpResponse<String> send(WebServer server, String method, String what, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "admin/" + what))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void theTokenStartsOneRebuildAtATime() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Rebuild slow = progress -> {
            started.countDown();
            release.await();
            done.countDown();
            return "";
        };
        try (WebServer server = server(Optional.of(slow))) {
            HttpResponse<String> first = post(server, "Authorization", "Bearer " + TOKEN);
            assertEquals(202, first.statusCode());
            assertEquals("{\"status\":\"started\"}", first.body());
            started.await();
            assertEquals(409, post(server, "Authorization", "bearer " + TOKEN).statusCode());
            release.countDown();
            done.await();
        }
    }

    private String status(WebServer server) throws IOException, InterruptedException {
        return send(server, "GET", "status", "Authorization", "Bearer " + TOKEN).body()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "TIME");
    }

    @Test
    void theStatusSaysHowFarARebuildIsAndHowTheLastOneEnded() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Rebuild rebuild = progress -> {
            progress.files(3);
            progress.read(1);
            progress.read(4);
            read.countDown();
            release.await();
            progress.publishing();
            return "5 posts, 0 left out, 0 could not be read";
        };
        try (WebServer server = server(Optional.of(rebuild))) {
            assertEquals("{\"running\":false,\"stopping\":false,\"started\":null,\"phase\":null,\"files\":0,"
                    + "\"filesRead\":0,\"posts\":0,\"last\":null}", status(server));
            post(server, "Authorization", "Bearer " + TOKEN);
            read.await();
            assertEquals("{\"running\":true,\"stopping\":false,\"started\":\"TIME\",\"phase\":\"reading\",\"files\":3,"
                    + "\"filesRead\":2,\"posts\":5,\"last\":null}", status(server));
            release.countDown();
            awaitEnd(server);
            assertEquals("{\"running\":false,\"stopping\":false,\"started\":null,\"phase\":null,\"files\":3,"
                    + "\"filesRead\":2,\"posts\":5,\"last\":{\"ended\":\"TIME\",\"outcome\":\"published\","
                    + "\"message\":\"5 posts, 0 left out, 0 could not be read\"}}", status(server));
        }
    }

    private void awaitEnd(WebServer server) {
        Await.until("the end of the build", () -> !status(server).contains("\"running\":true"));
    }

    @Test
    void aRebuildToldToStopStops() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Rebuild endless = progress -> {
            started.countDown();
            while (true) {
                progress.read(1);
            }
        };
        try (WebServer server = server(Optional.of(endless))) {
            assertEquals(409, send(server, "POST", "rebuild/stop", "Authorization", "Bearer " + TOKEN).statusCode());
            assertEquals(401, send(server, "POST", "rebuild/stop").statusCode());
            assertEquals(401, send(server, "GET", "status").statusCode());
            post(server, "Authorization", "Bearer " + TOKEN);
            started.await();
            HttpResponse<String> told = send(server, "POST", "rebuild/stop", "Authorization", "Bearer " + TOKEN);
            assertEquals(202, told.statusCode());
            assertEquals("{\"status\":\"stopping\"}", told.body());
            awaitEnd(server);
            assertTrue(status(server).contains("\"outcome\":\"stopped\""));
            assertEquals(202, post(server, "Authorization", "Bearer " + TOKEN).statusCode(), "the next may run");
        }
    }

    @Test
    void aRebuildThatIsPublishingStopsBeforeItsIndexIsServed() throws Exception {
        CountDownLatch publishing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Rebuild rebuild = progress -> {
            progress.publishing();
            publishing.countDown();
            release.await();
            progress.committing();
            return "";
        };
        try (WebServer server = server(Optional.of(rebuild))) {
            post(server, "Authorization", "Bearer " + TOKEN);
            publishing.await();
            assertEquals(202, send(server, "POST", "rebuild/stop", "Authorization", "Bearer " + TOKEN).statusCode());
            assertTrue(status(server).contains("\"stopping\":true,\"started\":\"TIME\",\"phase\":\"publishing\""));
            release.countDown();
            awaitEnd(server);
            assertTrue(status(server).contains("\"outcome\":\"stopped\""));
        }
    }

    @Test
    void whereItIsTooLateToStopThatIsSaid() throws Exception {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Rebuild rebuild = progress -> {
            progress.publishing();
            progress.committing();
            committing.countDown();
            release.await();
            return "";
        };
        try (WebServer server = server(Optional.of(rebuild))) {
            post(server, "Authorization", "Bearer " + TOKEN);
            committing.await();
            HttpResponse<String> told = send(server, "POST", "rebuild/stop", "Authorization", "Bearer " + TOKEN);
            assertEquals(409, told.statusCode());
            assertTrue(told.body().contains("too late"), told.body());
            assertTrue(status(server).contains("\"stopping\":false,\"started\":\"TIME\",\"phase\":\"committing\""));
            release.countDown();
            awaitEnd(server);
            assertTrue(status(server).contains("\"outcome\":\"published\""));
        }
    }

    @Test
    void aFailedRebuildLeavesTheWayForTheNext() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        Rebuild broken = progress -> {
            twice.countDown();
            throw new IOException("the disk is full\nforged line");
        };
        try (WebServer server = server(Optional.of(broken))) {
            assertEquals(202, post(server, "Authorization", "Bearer " + TOKEN).statusCode());
            while (twice.getCount() > 0) {
                int status = post(server, "Authorization", "Bearer " + TOKEN).statusCode();
                assertTrue(status == 202 || status == 409);
            }
        }
    }

    @Test
    void noTokenAndAWrongOneLookTheSame() throws Exception {
        try (WebServer server = server(Optional.of(progress -> ""))) {
            HttpResponse<String> none = post(server);
            HttpResponse<String> wrong = post(server, "Authorization", "Bearer " + TOKEN + "x");
            HttpResponse<String> shorter = post(server, "Authorization", "Bearer a");
            HttpResponse<String> basic = post(server, "Authorization", TOKEN);
            for (HttpResponse<String> answer : List.of(none, wrong, shorter, basic)) {
                assertEquals(401, answer.statusCode());
                assertEquals(none.body(), answer.body());
                assertEquals(Optional.of("Bearer"), answer.headers().firstValue("WWW-Authenticate"));
            }
        }
    }

    @Test
    void aForeignOriginMayNotAsk() throws Exception {
        try (WebServer server = server(Optional.of(progress -> ""))) {
            assertEquals(403, post(server, "Authorization", "Bearer " + TOKEN, "Origin", "https://other.example")
                    .statusCode());
            String own = server.address().substring(0, server.address().length() - 1);
            assertEquals(202, post(server, "Authorization", "Bearer " + TOKEN, "Origin", own).statusCode());
        }
    }

    @Test
    void getIsNoWayToRebuild() throws Exception {
        try (WebServer server = server(Optional.empty())) {
            HttpRequest get = HttpRequest.newBuilder(URI.create(server.address() + "admin/rebuild")).build();
            HttpResponse<String> answer = client.send(get, BodyHandlers.ofString());
            assertEquals(405, answer.statusCode());
            assertEquals(Optional.of("POST"), answer.headers().firstValue("Allow"));
        }
    }

    @Test
    void aServerWithoutPostsHasNothingToRebuild() throws Exception {
        try (WebServer server = server(Optional.empty())) {
            assertEquals(409, post(server, "Authorization", "Bearer " + TOKEN).statusCode());
        }
    }

    @Test
    void whoeverGuessesNeverKeepsTheRightTokenOut() throws Exception {
        try (WebServer server = server(Optional.of(progress -> ""))) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, post(server, "Authorization", "Bearer guess" + i).statusCode());
            }
            HttpResponse<String> sixth = post(server, "Authorization", "Bearer guess");
            assertEquals(429, sixth.statusCode());
            assertEquals(Optional.of("12"), sixth.headers().firstValue("Retry-After"));
            int status = post(server, "Authorization", "Bearer " + TOKEN).statusCode();
            assertEquals(202, status);
        }
    }
}
