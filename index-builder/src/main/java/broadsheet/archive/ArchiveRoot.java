package broadsheet.archive;

import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.site.AuthorNames;
import broadsheet.post.site.Generator;
import broadsheet.post.site.Hugo;
import broadsheet.post.site.Jekyll;
import broadsheet.post.site.PlainFolder;
import broadsheet.post.site.PostFormat;
import broadsheet.post.site.SettingsFiles;
import broadsheet.post.site.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One input, understood: which folder paths count from, where to look for posts, and by which generator's rules.
 *
 * @param root ids are paths below it
 * @param start the root itself, or the part of it that was asked for: a folder or one file
 * @param generator the rules
 * @param settings names and bytes of the site's settings, empty when it has none
 */
record ArchiveRoot(Path root, Path start, Generator generator, byte[] settings) {

    private static final Pattern REPOSITORY_FILE = Pattern
            .compile(
                    "(?i)(readme|license|licence|changelog|changes|contributing|code_of_conduct|authors|security)\\b.*");

    /**
     * Folders above that of {@code _posts} in which its site's settings are looked for: {@code sports/_posts} is not
     * rare.
     */
    private static final int LEVELS_UP = 3;

    private static final Set<String> SPECIAL = Set.of("_posts", "_drafts");

    /**
     * Understands an input.
     *
     * @throws NoSuchFileException when there is nothing at this path
     */
    static ArchiveRoot of(Path input, ReadOptions options, Problems problems) throws IOException {
        if (!Files.exists(input)) {
            throw new NoSuchFileException(input.toString(), null,
                    "expected a folder of posts or a post file, found nothing");
        }
        Path start = input.toRealPath();
        Optional<Path> link = linkWithin(input);
        if (link.isPresent()) {
            Path parent = link.get().getParent();
            return jekyll(siteAbove(parent).orElse(parent), link.get(), options, problems);
        }
        Path folder = Files.isDirectory(start) ? start : start.getParent();
        Optional<Path> special = outermost(folder, "_posts").or(() -> outermost(folder, "_drafts"));
        if (special.isPresent()) {
            Path parent = special.get().getParent();
            return jekyll(siteAbove(parent).orElse(parent), start, options, problems);
        }
        if (Files.isDirectory(start) && (SettingsFiles.areJekylls(start) || hasPosts(start))) {
            return jekyll(start, start, options, problems);
        }
        Optional<Path> content = outermost(folder, "content")
                .filter(each -> each.equals(start) || SettingsFiles.areHugos(each.getParent()));
        if (content.isPresent()) {
            return hugo(content.get().getParent(), start, options, problems);
        }
        if (Files.isDirectory(start.resolve("content")) && (SettingsFiles.areHugos(start) || !hasOwnPosts(start))) {
            return hugo(start, start, options, problems);
        }
        return new ArchiveRoot(folder, start, new PlainFolder(options.zone().orElse(ZoneOffset.UTC)), new byte[0]);
    }

    /** An input {@code _posts} that is a link to a folder of its own site: the files are posts by the link's name. */
    private static Optional<Path> linkWithin(Path input) throws IOException {
        Path named = input.toAbsolutePath().normalize();
        if (!Files.isSymbolicLink(named) || !SPECIAL.contains(named.getFileName().toString())) {
            return Optional.empty();
        }
        Path parent = named.getParent().toRealPath();
        boolean within = named.toRealPath().startsWith(siteAbove(parent).orElse(parent));
        return within ? Optional.of(parent.resolve(named.getFileName())) : Optional.empty();
    }

    private static Optional<Path> outermost(Path folder, String name) {
        Path found = null;
        for (Path each = folder; each != null && each.getFileName() != null; each = each.getParent()) {
            if (each.getFileName().toString().equals(name)) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Path> siteAbove(Path folder) {
        Path each = folder;
        for (int i = 0; i <= LEVELS_UP && each != null; i++) {
            if (SettingsFiles.areJekylls(each)) {
                return Optional.of(each);
            }
            each = each.getParent();
        }
        return Optional.empty();
    }

    /** A {@code _posts} folder here or one level down. */
    private static boolean hasPosts(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve("_posts"))) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(child -> Files.isDirectory(child.resolve("_posts")));
        }
    }

    /** Whether files that look like posts lie directly in this folder, those of every repository not counted. */
    private static boolean hasOwnPosts(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isRegularFile).map(child -> child.getFileName().toString())
                    .anyMatch(name -> PostFormat.of(name).isPresent() && !REPOSITORY_FILE.matcher(name).matches());
        }
    }

    private static ArchiveRoot jekyll(Path root, Path start, ReadOptions options, Problems problems)
            throws IOException {
        SettingsFiles settings = SettingsFiles.ofJekyll(root, problems);
        Problems found = new Problems(settings.name());
        SiteConfig site = SiteConfig.of(settings.name(), settings.fields(), found);
        problems.addAll(found);
        ZoneId zone = options.zone().or(site::zone).orElse(ZoneOffset.UTC);
        String data = settings.fields().text("data_dir");
        AuthorNames authors = AuthorNames.of(root, data.isEmpty() ? "_data" : data, settings.fields(), problems);
        return new ArchiveRoot(root, start, new Jekyll(site, zone, authors), both(settings.bytes(), authors.bytes()));
    }

    private static ArchiveRoot hugo(Path root, Path start, ReadOptions options, Problems problems) throws IOException {
        SettingsFiles settings = SettingsFiles.ofHugo(root, problems);
        SiteConfig site = Hugo.site(settings, problems);
        ZoneId zone = options.zone().or(site::zone).orElse(ZoneOffset.UTC);
        AuthorNames authors = AuthorNames.of(root, "data", Fields.EMPTY, problems);
        return new ArchiveRoot(root, start, new Hugo(root, site, settings.fields(), zone, authors),
                both(settings.bytes(), authors.bytes()));
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
