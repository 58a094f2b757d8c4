package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.Published;
import broadsheet.build.SampleSite;
import broadsheet.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power cuts: an ext4 in a file is shut down at once, without writing its journal (EXT4_IOC_SHUTDOWN), while the real
 * program builds on it. Needs the rights to mount; skipped without.
 */
@Tag("torture")
class PowerCutTest {

    private static final String CUT = "import fcntl,os,struct,sys; fd=os.open(sys.argv[1],os.O_RDONLY); "
            + "fcntl.ioctl(fd,0x8004587d,struct.pack('I',2))";

    @TempDir
    private Path folder;
    private Path disk;
    private boolean mounted;

    private int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start().waitFor();
    }

    private void mount() throws IOException, InterruptedException {
        int code = run("mount", "-o", "loop", folder.resolve("image").toString(), disk.toString());
        Assumptions.assumeTrue(code == 0, "no file may be mounted here");
        mounted = true;
    }

    private void unmount() throws IOException, InterruptedException {
        for (int i = 0; mounted && i < 50; i++) {
            mounted = run("umount", disk.toString()) != 0;
            TimeUnit.MILLISECONDS.sleep(mounted ? 100 : 0);
        }
        assertFalse(mounted, "the disk is busy");
    }

    @AfterEach
    void leave() throws IOException, InterruptedException {
        unmount();
    }

    @Test
    void whatWasAcknowledgedOutlastsPowerCuts() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PowerCutTest seed " + seed);
        Random random = new Random(seed);
        disk = Files.createDirectory(folder.resolve("disk"));
        try {
            Assumptions.assumeTrue(run("truncate", "-s", "64M", folder.resolve("image").toString()) == 0
                    && run("mkfs.ext4", "-q", "-F", folder.resolve("image").toString()) == 0, "no ext4 can be made");
        } catch (IOException e) {
            Assumptions.abort("no ext4 can be made: " + e.getMessage());
        }
        mount();
        Path index = disk.resolve("index");
        SampleSite site = SampleSite.in(folder);
        int acknowledged = 0;
        int cuts = Integer.getInteger("cuts", 200);
        int held = 0;
        for (int version = 1; version <= cuts; version++) {
            write(site, version);
            Process builder = BuilderProcess.start(site.root(), index, version % 2 == 0 ? "--full" : "--quiet");
            // Each third cut comes right after a build has said that it is done.
            long millis = version % 3 == 0 ? 60_000 : random.nextInt(4_000);
            boolean ended = builder.waitFor(millis, TimeUnit.MILLISECONDS);
            if (ended) {
                assertEquals(0, builder.exitValue(),
                        new String(builder.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(0, run("python3", "-c", CUT, disk.toString()));
            // One that ended between the two lines was told that it is done before the power was cut, or it failed.
            builder.destroyForcibly().waitFor();
            acknowledged = ended ? version : acknowledged;
            held += ended ? 1 : 0;
            unmount();
            mount();
            check(index, acknowledged, version);
        }
        System.out.println("power cuts: " + cuts + ", of them right after a build was acknowledged: " + held);
    }

    private static void write(SampleSite site, int version) {
        for (int i = 1; i <= 10; i++) {
            site.post(SampleSite.name(i), "Version-" + version + "-", "Timetable of the ferry.");
        }
    }

    private static void check(Path index, int acknowledged, int newest) throws IOException {
        if (acknowledged == 0 && GenerationStore.at(index).open().isEmpty()) {
            return;
        }
        GenerationStore.Opened opened = GenerationStore.at(index).open().orElseThrow();
        assertFalse(opened.fallback(), () -> opened.damage().toString());
        Map<String, String> stored = Published.stored(index);
        assertEquals(10, stored.size());
        TreeSet<Integer> versions = stored.values().stream()
                .map(text -> Integer.valueOf(text.replaceFirst("(?s).*?Version-(\\d+)-.*", "$1")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(1, versions.size(), "torn: " + versions);
        assertTrue(versions.first() >= acknowledged && versions.first() <= newest,
                versions + " of " + acknowledged + " to " + newest);
    }
}
