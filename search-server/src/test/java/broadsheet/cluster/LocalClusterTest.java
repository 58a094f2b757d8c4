package broadsheet.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {

    @TempDir
    private Path folder;

    @Test
    void aNodeThatCannotStartIsNamedAndNoneIsLeft() {
        LocalCluster.Software broken = new LocalCluster.Software(
                Path.of(System.getProperty("java.home"), "bin", "java"), folder);
        IOException failure = assertThrows(IOException.class, () -> LocalCluster.start(broken, folder, 64, 1));
        assertTrue(failure.getMessage().startsWith("node n1 has ended before it was ready; "), failure.getMessage());
    }

    @Test
    void aKilledNodeIsGone() throws IOException {
        LocalCluster cluster = LocalCluster.start(OneCluster.software(), folder, 256, 1);
        long process = cluster.node("n1").pid();
        assertEquals(1, cluster.addresses().size());
        cluster.close();
        assertFalse(ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false));
    }
}
