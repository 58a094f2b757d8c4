package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The rules of a site generator: which files are posts, what their place says of them, where they are published. */
public sealed interface Generator permits Jekyll, Hugo, PlainFolder {

    /** The kind of a file within its site. */
    enum Kind {
        POST,
        DRAFT,
        /** One that is published only if it has front matter. */
        COLLECTION,
        /** A file that looks like a post but is none to its generator. */
        NOT_A_POST,
        /** Left out by the site's settings, or by a name that the generator passes over. */
        EXCLUDED
    }

    /**
     * The facts that the address of a post is made of.
     *
     * @param path within the archive's root
     * @param front what the generator sees as front matter: not that of another generator's kind
     * @param date the post's, empty when it has none
     */
    record Facts(String path, Fields front, Optional<Instant> date) {}

    SiteConfig site();

    /** The zone of times that are written without one: the one asked for, else the site's, else UTC. */
    ZoneId zone();

    /** Whether posts may lie in this folder, a path within the archive's root. */
    boolean enters(String folder);

    /** The kind of this file; empty for pages, images and all else that could never be a post. */
    Optional<Kind> kind(String path);

    /** Front matter that the site's settings give to this file. */
    Fields defaults(String path);

    /** Whether posts of this file's kind are published before their date. */
    boolean showsFuture(String path);

    /** Whether this generator reads front matter of this form in this place. */
    boolean reads(FrontMatter front);

    /** The categories that the post's place and front matter give. */
    List<String> categories(String path, Fields defaults, Fields own);

    /** The language that a file's place or name says, as a primary subtag; empty when they say none. */
    default String lang(String path) {
        return "";
    }

    /** The names behind the keys that posts give as their authors. */
    default AuthorNames authors() {
        return AuthorNames.NONE;
    }

    /** Whether {@code tags: sea wall} are two tags. */
    default boolean splitsTagsAtSpaces() {
        return false;
    }

    /** Keys of front matter whose date may hold a post back beyond its own, the first one that has a date counts. */
    default List<String> keysThatHoldBack() {
        return List.of();
    }

    /** The address from the path on, as a link carries it. */
    String address(Facts facts, Problems problems);

    /** Names that no generator and no person means as a folder of posts. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("#") || name.startsWith("~") || name.endsWith("~");
    }
}
