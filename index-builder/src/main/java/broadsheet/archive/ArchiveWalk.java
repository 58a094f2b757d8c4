package broadsheet.archive;

import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.site.Address;
import broadsheet.post.site.Generator;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the post files below one root. Never leaves it: a link out of the tree is named, not followed. Links to folders
 * within it come last: what a link leads to is read under the link's name unless it was met where it lies, each folder
 * once, so that no loop is possible. Pipes and devices are named, not opened. What cannot be read is named, and the walk
 * goes on.
 */
final class ArchiveWalk implements FileVisitor<Path> {

    private final ArchiveRoot root;
    private final Map<String, Source> found;
    private final Map<Problem, Path> problems;
    private final Queue<Link> links = new PriorityQueue<>(Comparator.comparing(Link::path));
    private final Set<Path> folders = new HashSet<>();
    private final Set<Path> taken = new HashSet<>();
    private Link way;

    private ArchiveWalk(ArchiveRoot root, Map<String, Source> found, Map<Problem, Path> problems) {
        this.root = root;
        this.found = found;
        this.problems = problems;
        this.way = new Link("", root.root(), false);
    }

    /**
     * A link to a folder, by which its files are named.
     *
     * @param path within the root
     * @param target without any links
     * @param nested it was met behind another link
     */
    private record Link(String path, Path target, boolean nested) {}

    /**
     * Adds the post files of one root.
     *
     * @param found by id
     * @param problems and where they lie
     */
    static void of(ArchiveRoot root, Map<String, Source> found, Map<Problem, Path> problems) throws IOException {
        ArchiveWalk walk = new ArchiveWalk(root, found, problems);
        Files.walkFileTree(root.start(), walk);
        found.values().forEach(source -> walk.taken.add(source.file().path()));
        while (!walk.links.isEmpty()) {
            walk.follow(walk.links.remove());
        }
    }

    private void follow(Link link) throws IOException {
        if (!root.generator().enters(link.path)) {
            return;
        }
        int before = found.size();
        way = link;
        Files.walkFileTree(link.target, this);
        way = new Link("", root.root(), false);
        if (found.size() == before && !link.nested) {
            problem(root.root().resolve(link.path), Problem.Severity.INFO, "link-to-folder",
                    "the link leads to a folder of this archive; its posts, if any, are read where they lie");
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean entered = (folder.equals(root.start()) || root.generator().enters(name(folder)))
                && (way.path.isEmpty() || folders.add(folder));
        return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = name(file);
        if (attributes.isSymbolicLink()) {
            link(file, path);
        } else if (attributes.isRegularFile()) {
            take(file, path);
        } else if (root.generator().kind(path).isPresent()) {
            problem(file, Problem.Severity.WARNING, "not-a-file",
                    "expected a regular file, found a pipe or device; not read");
        }
        return FileVisitResult.CONTINUE;
    }

    private void take(Path file, String path) {
        Optional<Generator.Kind> kind = root.generator().kind(path);
        if (kind.isEmpty() || taken.contains(file)) {
            return;
        }
        String id = path;
        for (int i = 1; found.containsKey(id); i++) {
            if (found.get(id).file().path().equals(file)) {
                return;
            }
            // Another root has a file of this path: the folder's name keeps them apart.
            id = root.root().getFileName() + (i == 1 ? "" : "-" + i) + "/" + path;
        }
        if (path.indexOf('\uFFFD') >= 0) {
            problem(file, Problem.Severity.WARNING, "name-not-utf8", "the file's name is not UTF-8");
        }
        if (!way.path.isEmpty()) {
            taken.add(file);
        }
        found.put(id, new Source(new PostFile(id, file), root.generator(), path, kind.get()));
    }

    private void link(Path file, String path) {
        try {
            Path target = file.toRealPath();
            if (!target.startsWith(root.root())) {
                problem(file, Problem.Severity.WARNING, "link-outside",
                        "the link leads out of the archive; not followed");
            } else if (Files.isRegularFile(target)) {
                take(file, path);
            } else if (Files.isDirectory(target) && file.toAbsolutePath().startsWith(target)) {
                problem(file, Problem.Severity.WARNING, "link-loop",
                        "the link leads to a folder in which it lies; not followed");
            } else if (Files.isDirectory(target)) {
                links.add(new Link(path, target, !way.path.isEmpty()));
            }
        } catch (IOException e) {
            problem(file, Problem.Severity.WARNING, "link-broken", "the link leads nowhere");
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problem(file, Problem.Severity.ERROR, "unreadable", "cannot be read: " + FileFault.message(e));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        if (e != null) {
            problem(folder, Problem.Severity.ERROR, "unreadable",
                    "cannot be read to its end: " + FileFault.message(e));
        }
        return FileVisitResult.CONTINUE;
    }

    private void problem(Path file, Problem.Severity severity, String code, String message) {
        problems.put(new Problem(name(file), 0, 0, severity, code, message), file);
    }

    /**
     * The path within the root, by the way of the link that is followed. Where the process's locale cannot show a name, Java puts U+FFFD into it; the path's URI
     * still has the bytes, which are UTF-8 on any system of today.
     */
    private String name(Path path) {
        String name = way.target.relativize(path).toString().replace('\\', '/');
        if (way.path.isEmpty()) {
            return within(path, name);
        }
        return name.isEmpty() ? way.path : way.path + "/" + within(path, name);
    }

    private String within(Path path, String name) {
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        URI base = way.target.toUri();
        String raw = path.toUri().getRawPath().substring(base.getRawPath().length());
        String whole = new String(Address.unescape(raw), StandardCharsets.UTF_8);
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }
}
