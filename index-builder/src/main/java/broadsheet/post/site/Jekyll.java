package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.FrontMatter.Form;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.site.SiteConfig.Collection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Jekyll site: {@code _posts} and {@code _drafts} at any depth, and the collections that are written out. Source:
 * Jekyll 4.3.1, {@code reader.rb}, {@code post_reader.rb}, {@code entry_filter.rb}.
 */
public final class Jekyll implements Generator {

    private final SiteConfig site;
    private final ZoneId zone;
    private final AuthorNames authors;
    private final List<Rule> excluded;
    private final List<Rule> included;

    /** @param zone of times that are written without one */
    public Jekyll(SiteConfig site, ZoneId zone, AuthorNames authors) {
        this.site = site;
        this.zone = zone;
        this.authors = authors;
        this.excluded = site.exclude().stream().filter(rule -> !site.include().contains(rule)).map(Rule::of).toList();
        this.included = site.include().stream().map(Rule::of).toList();
    }

    /** An entry of {@code exclude} or {@code include}: a pattern, or the beginning of a path. */
    private record Rule(String text, Optional<Pattern> pattern) {

        private static final Pattern WILD = Pattern.compile("[*?\\[]");

        static Rule of(String written) {
            String text = written.startsWith("/") ? written.substring(1) : written;
            return new Rule(text, WILD.matcher(text).find() ? Optional.of(Glob.name(text)) : Optional.empty());
        }

        boolean fits(String path) {
            return path.startsWith(text) || text.length() == path.length() + 1 && text.equals(path + "/")
                    || pattern.isPresent() && pattern.get().matcher(path).matches();
        }
    }

    @Override
    public SiteConfig site() {
        return site;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public AuthorNames authors() {
        return authors;
    }

    @Override
    public boolean enters(String folder) {
        return folder.isEmpty() || magic(folder).isPresent() || isOpen(folder);
    }

    /** Whether Jekyll looks into this folder for {@code _posts}. */
    private boolean isOpen(String folder) {
        String dir = site.collectionsDir();
        boolean aside = !dir.isEmpty() && !folder.equals(dir) && !folder.startsWith(dir + "/")
                && !dir.startsWith(folder + "/");
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return !aside && (isIncluded(folder) || !isSpecial(name) && !isExcluded(folder));
    }

    private boolean isIncluded(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return included.stream().anyMatch(rule -> rule.fits(path) || rule.fits(name));
    }

    private boolean isExcluded(String path) {
        return excluded.stream().anyMatch(rule -> rule.fits(path));
    }

    private static boolean isSpecial(String name) {
        return Generator.isHidden(name) || name.startsWith("_");
    }

    /**
     * The special folder in which a path lies.
     *
     * @param folder its name: {@code _posts}
     * @param inside the path below it
     */
    private record Magic(String folder, String inside) {}

    private Optional<Magic> magic(String path) {
        int from = 0;
        while (from <= path.length()) {
            int end = path.indexOf('/', from);
            end = end < 0 ? path.length() : end;
            String name = path.substring(from, end);
            String dir = site.collectionsDir();
            boolean within = dir.isEmpty() || path.startsWith(dir + "/");
            if (within && (name.equals("_posts") || name.equals("_drafts") || isCollection(path.substring(0, end)))) {
                return Optional.of(new Magic(name, end < path.length() ? path.substring(end + 1) : ""));
            }
            if (!isOpen(path.substring(0, end))) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    private boolean isCollection(String folder) {
        String inside = withinCollections(folder);
        return inside.startsWith("_") && inside.indexOf('/') < 0 && !inside.equals("_posts")
                && site.collections().containsKey(inside.substring(1));
    }

    private String withinCollections(String path) {
        String dir = site.collectionsDir();
        return !dir.isEmpty() && path.startsWith(dir + "/") ? path.substring(dir.length() + 1) : path;
    }

    @Override
    public Optional<Kind> kind(String path) {
        Optional<Magic> magic = magic(path);
        if (magic.isEmpty() || magic.get().inside().isEmpty()
                || PostFormat.of(path).filter(PostFormat::isOnePost).isEmpty() && !isMarkdown(path)) {
            return Optional.empty();
        }
        String inside = magic.get().inside();
        FileName name = FileName.of(path);
        if (Generator.isHidden(inside.substring(inside.lastIndexOf('/') + 1))) {
            return Optional.empty();
        }
        boolean special = isSpecial(inside) || name.base().startsWith("_") || inside.contains("/.");
        // Included paths count from the special folder, excluded ones from the site's root.
        if ((special || isExcluded(path)) && !isIncluded(inside)) {
            return Optional.of(Kind.EXCLUDED);
        }
        return Optional.of(switch (magic.get().folder()) {
            case "_posts" -> name.date().isEmpty() ? Kind.NOT_A_POST : Kind.POST;
            case "_drafts" -> Kind.DRAFT;
            default -> Kind.COLLECTION;
        });
    }

    private boolean isMarkdown(String path) {
        String extension = FileName.of(path).extension();
        return !extension.isEmpty()
                && site.markdownExtensions().contains(extension.substring(1).toLowerCase(Locale.ROOT));
    }

    private Collection collection(String path) {
        String label = magic(path).map(Magic::folder).orElse("_posts").substring(1);
        return site.collections().getOrDefault(label, site.collections().get("posts"));
    }

    @Override
    public Fields defaults(String path) {
        return site.defaults().of(withinCollections(path), collection(path).label());
    }

    @Override
    public boolean showsFuture(String path) {
        return site.future() || collection(path).future();
    }

    @Override
    public boolean reads(FrontMatter front) {
        return front.form() == Form.YAML && front.strict();
    }

    @Override
    public List<String> categories(String path, Fields defaults, Fields own) {
        String folder = magic(path).map(Magic::folder).orElse("_posts");
        return JekyllCategories.of(withinCollections(path), folder, defaults, own);
    }

    @Override
    public boolean splitsTagsAtSpaces() {
        return true;
    }

    @Override
    public String address(Facts facts, Problems problems) {
        String path = withinCollections(facts.path());
        Fields defaults = defaults(facts.path());
        // Jekyll takes the build's time where there is no date; a fixed one keeps addresses the same from build to build
        Permalink permalink = new Permalink(site, collection(facts.path()), path,
                FrontMatterDefaults.merge(defaults, facts.front()), facts.date().orElse(Instant.EPOCH).atZone(zone),
                categories(facts.path(), defaults, facts.front()));
        return Address.normalize(site.baseurl() + permalink.url(problems));
    }
}
