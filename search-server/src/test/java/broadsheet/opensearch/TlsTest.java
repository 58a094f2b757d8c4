package broadsheet.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.MadeCertificates;
import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterException.Unsafe;
import broadsheet.opensearch.ClusterOptions.Trust;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where no safe connection comes about, held against hosts that speak TLS; real nodes: SecureClusterTest. */
class TlsTest {

    private static final Call CHANGE = Call.admin("PUT", "/news-1");
    private static final int MOST_TRIES = 10;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeCertificates() throws IOException {
        MadeCertificates ours = MadeCertificates.by(folder, "ca");
        ours.sign("node");
        ours.sign("elsewhere", "dns:search1.example");
        ours.sign("old", "ip:127.0.0.1", "-startdate", "-3d", "-validity", "1");
        MadeCertificates.by(folder, "stranger").sign("intruder");
    }

    private static Trust trust(String authority, String name) {
        return new Trust(Optional.of(folder.resolve(authority + ".pem")), file(name, ".pem"), file(name, "-key.pem"));
    }

    private static Optional<Path> file(String name, String ending) {
        return name.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(name + ending));
    }

    /** A host that shows a certificate, and wants one of ours where it is told to. */
    private record Host(HttpsServer server) implements AutoCloseable {
        static Host with(String certificate, boolean wantsOne) throws IOException {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SSLContext context = Certificates.context(trust("ca", certificate)).orElseThrow();
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters all = context.getDefaultSSLParameters();
                    all.setNeedClientAuth(wantsOne);
                    parameters.setSSLParameters(all);
                }
            });
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return new Host(server);
        }

        URI address(String scheme) {
            return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static Cluster cluster(Trust trust, URI... hosts) throws IOException {
        return new Cluster(new ClusterOptions(List.of(hosts), Optional.empty(), trust, ClusterOptions.Limits.DEFAULT));
    }

    /** On a busy machine a handshake takes longer than it may, or a connection is gone before it is read why. */
    private static String refusal(Trust trust, URI host) throws IOException {
        try (Cluster cluster = cluster(trust, host)) {
            Away away = assertThrows(Away.class, () -> cluster.send(CHANGE));
            for (int i = 0; i < MOST_TRIES && !(away instanceof Unsafe); i++) {
                away = assertThrows(Away.class, () -> cluster.send(CHANGE));
            }
            String message = assertInstanceOf(Unsafe.class, away).getMessage();
            assertTrue(message.startsWith(host + " "), message);
            return message.substring(host.toString().length() + 1);
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityOfAnotherHostOrOfThePastIsNamed() throws IOException {
        try (Host host = Host.with("node", false)) {
            String unknown = "cannot be trusted: no authority that we know has signed its certificate; --cluster-ca names one";
            assertEquals(unknown, refusal(trust("stranger", ""), host.address("https")));
            assertEquals(unknown, refusal(Trust.SYSTEM, host.address("https")));
        }
        try (Host host = Host.with("elsewhere", false)) {
            assertEquals("cannot be trusted: its certificate is for another address",
                    refusal(trust("ca", ""), host.address("https")));
        }
        try (Host host = Host.with("old", false)) {
            assertEquals("cannot be trusted: its certificate has expired",
                    refusal(trust("ca", ""), host.address("https")));
        }
    }

    @Test
    void aHostThatWantsACertificateTakesOursAndSaysWhereNone() throws IOException {
        try (Host host = Host.with("node", true)) {
            try (Cluster cluster = cluster(trust("ca", "node"), host.address("https"))) {
                cluster.send(CHANGE);
            }
            for (String none : List.of("", "intruder")) {
                String message = refusal(trust("ca", none), host.address("https"));
                assertTrue(message.startsWith(
                        "does not take our certificate, or wants one (--cluster-certificate, --cluster-key): "),
                        message);
            }
        }
    }

    @Test
    void anAddressOfTheWrongKindIsNamed() throws IOException {
        try (Host host = Host.with("node", false);
                Cluster cluster = cluster(Trust.SYSTEM, host.address("http"))) {
            String message = assertThrows(Away.class, () -> cluster.send(CHANGE)).getMessage();
            assertTrue(message.startsWith(host.address("http") + " breaks off ("), message);
            assertTrue(message.endsWith("); if it speaks TLS, its address begins with https://"), message);
        }
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));
            assertEquals("does not speak TLS; its address may begin with http://", refusal(trust("ca", ""),
                    URI.create("https://127.0.0.1:" + plain.getLocalPort())));
        }
    }

    /** As a node without TLS does. */
    private static void answerPlainly(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    @Test
    void aChangeGoesToTheNextHostWhereOneCannotBeTrusted() throws IOException {
        try (Host bad = Host.with("elsewhere", false);
                Host good = Host.with("node", false);
                Cluster cluster = cluster(trust("ca", ""), bad.address("https"), good.address("https"))) {
            cluster.send(CHANGE);
        }
    }

    @Test
    void aFileThatIsNoCertificateOrNoKeyIsNamed() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate\n");
        assertEquals(wrong + " holds no certificate in PEM",
                assertThrows(IOException.class,
                        new Trust(Optional.of(wrong), Optional.empty(), Optional.empty())::check)
                        .getMessage());
        assertEquals(wrong + " holds no key in PEM as PKCS #8 without a password", assertThrows(IOException.class,
                new Trust(Optional.empty(), file("node", ".pem"), Optional.of(wrong))::check).getMessage());
    }
}
