package broadsheet.command;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits for something to change below some folders. The system's events are a hint only: they miss network drives and
 * folders beyond the system's limit, so a wait also ends after a while without any, and the caller looks for itself.
 */
final class FolderWatch implements AutoCloseable {

    /** A save is often several events; a checkout, thousands. The wait goes on until none has come for this long. */
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int MAX_BURSTS = 20;
    private static final int MAX_DEPTH = 32;
    private static final Set<String> SKIPPED = Set.of("node_modules", "_site", "target");

    private final WatchService service;
    private final List<Path> roots;
    private final Path except;

    /**
     * @param roots folders and files to watch; a file by its folder
     * @param except a folder below them whose changes are our own
     */
    FolderWatch(List<Path> roots, Path except) throws IOException {
        this.roots = roots.stream().map(root -> Files.isDirectory(root) ? root : parent(root)).toList();
        this.except = except.toAbsolutePath().normalize();
        this.service = this.roots.getFirst().getFileSystem().newWatchService();
        register();
    }

    private static Path parent(Path path) {
        return path.toAbsolutePath().getParent();
    }

    /**
     * Waits for a change and for quiet after it, at most {@code longest}.
     *
     * @return false when the watch was closed meanwhile
     */
    boolean await(Duration longest) throws IOException {
        try {
            WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            for (int burst = 0; key != null && burst < MAX_BURSTS; burst++) {
                drain(key);
                key = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
            }
            register();
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drain(WatchKey first) {
        for (WatchKey key = first; key != null; key = service.poll()) {
            key.pollEvents();
            key.reset();
        }
    }

    /** New folders since the last time too; registering one again changes nothing. */
    private void register() throws IOException {
        for (Path root : roots) {
            // The settings of a site lie beside its _posts.
            if (String.valueOf(root.getFileName()).equals("_posts")) {
                registerOne(parent(root));
            }
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Registering(root));
        }
    }

    private void registerOne(Path folder) throws IOException {
        WatchEvent.Kind<?>[] kinds = {StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE};
        folder.register(service, kinds);
    }

    private final class Registering extends SimpleFileVisitor<Path> {
        private final Path root;

        private Registering(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean hidden = name.startsWith(".") || SKIPPED.contains(name);
            if (hidden && !folder.equals(root) || folder.toAbsolutePath().normalize().equals(except)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            try {
                registerOne(folder);
            } catch (IOException e) {
                // Beyond the system's limit of watches, or gone again: the regular look finds its changes.
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
