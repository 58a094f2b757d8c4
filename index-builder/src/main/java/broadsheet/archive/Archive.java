package broadsheet.archive;

import broadsheet.post.FileReading;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.site.SiteConfig;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The posts of one or several inputs: a Jekyll or Hugo site, a {@code _posts} folder, any folder of post files, or one
 * file. Opening it walks the folders and reads the sites' settings; posts are read one by one, by as many threads as
 * wanted.
 *
 * <pre>{@code
 * Archive archive = Archive.open(List.of(Path.of("site")), ReadOptions.defaults());
 * for (PostFile file : archive.files()) {
 *     FileReading reading = archive.read(file);
 * }
 * }</pre>
 */
public final class Archive {

    /** Raised whenever the same file would be read otherwise than before, so that builds do not carry old posts on. */
    private static final String READER_VERSION = "5";

    /** Deep nesting in a post needs more stack than the 1 MB of a thread by default. */
    public static final long STACK_BYTES = TimeLimit.STACK_BYTES;

    private final ReadOptions options;
    private final List<ArchiveRoot> roots;
    private final Map<String, Source> sources;
    private final List<PostFile> files;
    private final SequencedMap<Problem, Path> problems;
    /** For files of lines: to know it takes reading them. */
    private final Map<String, Boolean> streams = new ConcurrentHashMap<>();

    private Archive(ReadOptions options, List<ArchiveRoot> roots, Map<String, Source> sources,
            SequencedMap<Problem, Path> problems) {
        this.options = options;
        this.roots = roots;
        this.sources = sources;
        this.files = sources.values().stream().map(Source::file).sorted(Comparator.comparing(PostFile::id)).toList();
        this.problems = problems;
    }

    /**
     * Finds the post files of these inputs.
     *
     * @param posts each a site's root, a {@code _posts} or {@code content} folder, a folder of posts, or one file
     * @throws java.nio.file.NoSuchFileException when an input does not exist; its message names it
     * @throws IOException when an input cannot be read at all; trouble further down is in {@link #problems}
     */
    public static Archive open(List<Path> posts, ReadOptions options) throws IOException {
        Map<String, Source> sources = new HashMap<>();
        List<ArchiveRoot> roots = new ArrayList<>();
        SequencedMap<Problem, Path> problems = new LinkedHashMap<>();
        for (Path input : posts) {
            Problems ofSettings = new Problems(input.toString());
            ArchiveRoot root = ArchiveRoot.of(input, options, ofSettings);
            roots.add(root);
            ofSettings.list().forEach(problem -> problems.put(problem, root.root().resolve(problem.path())));
            ArchiveWalk.of(root, sources, problems);
        }
        return new Archive(options, List.copyOf(roots), sources, problems);
    }

    /** Every file that holds posts or looks like one, sorted by id. */
    public List<PostFile> files() {
        return files;
    }

    /** Problems of the folders and of the sites' settings; those of posts are in their readings. */
    public List<Problem> problems() {
        return List.copyOf(problems.keySet());
    }

    /** The file or folder that one of {@link #problems} is about. */
    public Path place(Problem problem) {
        return problems.get(problem);
    }

    /** The settings of the first input's site; those of a site that sets nothing where it has none. */
    public SiteConfig site() {
        return roots.isEmpty() ? SiteConfig.none() : roots.getFirst().generator().site();
    }

    /** The zone of the first input's times that name none, and so of its days: {@code Europe/Berlin}, {@code UTC}. */
    public String timeZone() {
        ZoneId zone = roots.isEmpty() ? ZoneOffset.UTC : roots.getFirst().generator().zone();
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /**
     * A digest over all that decides how a file is read, the file itself and the clock apart: settings files, options,
     * this reader's version. Where it changes, no file's earlier reading holds. 64 hexadecimal digits.
     */
    public String settingsDigest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((READER_VERSION + "\n" + options.key() + "\n").getBytes(StandardCharsets.UTF_8));
            for (ArchiveRoot root : roots) {
                digest.update((root.generator().getClass().getSimpleName() + " " + root.settings().length + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(root.settings());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads one file. Never throws, and ends within seconds whatever the file holds: a file too long, too deep or too
     * slow is a failed reading with a problem that names the limit.
     */
    public FileReading read(PostFile file) {
        return reader(file).map(PostFileReader::read).orElseGet(() -> unknown(file));
    }

    /** Whether a file is read by {@link #pieces}, as it is long: lines of posts. */
    public boolean isStream(PostFile file) {
        Optional<LineStream> lines = lines(file).filter(LineStream::isOfLines);
        return lines.isPresent() && streams.computeIfAbsent(file.id(), id -> lines.get().isLong());
    }

    /** Whether a file that is read at once takes so much memory that it is to be the only one. */
    public boolean isLarge(PostFile file) {
        return reader(file).filter(PostFileReader::isLarge).isPresent() && !isStream(file);
    }

    /** The pieces of a stream. */
    public FilePieces pieces(PostFile file) {
        return lines(file).map(LineStream::pieces)
                .orElseThrow(() -> new IllegalArgumentException("not a file of this archive: " + file.id()));
    }

    private Optional<LineStream> lines(PostFile file) {
        return Optional.ofNullable(sources.get(file.id())).map(source -> new LineStream(source, options));
    }

    /**
     * Reads bytes that {@link #content} gave, on the caller's thread, which needs {@link #STACK_BYTES}. This has no
     * limit of time: the caller gives it up after {@link #limit}, and takes {@link #tooSlow} for the reading.
     */
    public FileReading read(PostFile file, byte[] content) {
        return reader(file).map(reader -> reader.read(content)).orElseGet(() -> unknown(file));
    }

    /**
     * Whether the same bytes may be read otherwise when the file was modified at another time: a draft is dated by it.
     */
    public boolean isDatedByItsFile(PostFile file) {
        return reader(file).filter(PostFileReader::isOfDraft).isPresent();
    }

    /**
     * All bytes of a file as it is now; empty when it cannot be read or is too long, {@link #read} then says why, and
     * for a stream.
     */
    public Optional<byte[]> content(PostFile file) {
        return isStream(file) ? Optional.empty() : reader(file).flatMap(PostFileReader::content);
    }

    /**
     * The kind of a file within its site, in a word; its neighbours can change it, and the same bytes are then read
     * otherwise.
     */
    public String role(PostFile file) {
        return Optional.ofNullable(sources.get(file.id())).map(source -> source.kind().name()).orElse("");
    }

    /** Processor time that reading this file may take. */
    public Duration limit(PostFile file) {
        return reader(file).map(PostFileReader::limit).orElse(Duration.ZERO);
    }

    /** The failed reading of a file that took longer than its limit. */
    public FileReading tooSlow(PostFile file) {
        return reader(file).map(PostFileReader::tooSlow).orElseGet(() -> unknown(file));
    }

    private Optional<PostFileReader> reader(PostFile file) {
        return Optional.ofNullable(sources.get(file.id())).map(source -> new PostFileReader(source, options));
    }

    private static FileReading unknown(PostFile file) {
        Problem problem = new Problem(file.id(), 0, 0, Problem.Severity.ERROR, "not-in-archive",
                "expected a file of this archive");
        return new FileReading(file.id(), List.of(), List.of(), 1, List.of(problem));
    }
}
