package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A folder that no generator's settings describe: every file that looks like a post is one. A dated name gets the
 * address that Jekyll gives by default, any other one that of a page: {@code /reports/sea-wall.html}.
 */
public final class PlainFolder implements Generator {

    private final SiteConfig site = SiteConfig.none();
    private final ZoneId zone;

    public PlainFolder(ZoneId zone) {
        this.zone = zone;
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
    public boolean enters(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return !Generator.isHidden(name) && !name.equals("node_modules") && !name.equals("_site");
    }

    @Override
    public Optional<Kind> kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (Generator.isHidden(name) || PostFormat.of(path).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(path.startsWith("_drafts/") || path.contains("/_drafts/") ? Kind.DRAFT : Kind.POST);
    }

    @Override
    public Fields defaults(String path) {
        return Fields.EMPTY;
    }

    @Override
    public boolean showsFuture(String path) {
        return false;
    }

    @Override
    public boolean reads(FrontMatter front) {
        return true;
    }

    @Override
    public List<String> categories(String path, Fields defaults, Fields own) {
        return JekyllCategories.of("_posts/" + path, "_posts", defaults, own);
    }

    @Override
    public String address(Facts facts, Problems problems) {
        if (facts.front().find("url").orElse(null) instanceof Text url && Address.isLink(url.text())) {
            return url.text().startsWith("/") ? Address.normalize(url.text()) : url.text();
        }
        FileName name = FileName.of(facts.path());
        boolean dated = !name.date().isEmpty() || facts.front().exact("permalink").isPresent();
        if (!dated) {
            String bare = facts.path().substring(0, facts.path().length() - name.extension().length());
            String slug = facts.front().text("slug").strip();
            if (!slug.isEmpty()) {
                bare = bare.substring(0, bare.lastIndexOf('/') + 1) + slug;
            }
            return Address.normalize(Address.sanitize(Address.escape(bare) + ".html"));
        }
        Permalink permalink = new Permalink(site, site.collections().get("posts"), "_posts/" + facts.path(),
                facts.front(), facts.date().orElse(Instant.EPOCH).atZone(zone),
                categories(facts.path(), Fields.EMPTY, facts.front()));
        return Address.normalize(permalink.url(problems));
    }
}
