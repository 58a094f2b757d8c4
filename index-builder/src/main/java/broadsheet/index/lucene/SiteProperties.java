package broadsheet.index.lucene;

import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Manifest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The facts of a site as properties of a {@link Manifest}: {@code site.title}, {@code site.url}, {@code site.lang},
 * {@code site.zone}.
 */
public final class SiteProperties {

    private static final String TITLE = "site.title";
    private static final String URL = "site.url";
    private static final String LANG = "site.lang";
    private static final String ZONE = "site.zone";

    private SiteProperties() {}

    static Map<String, String> of(SiteFacts site) {
        return Map.of(TITLE, site.title(), URL, site.url(), LANG, site.lang(), ZONE, site.zone().getId());
    }

    /** The facts that were published with a generation. */
    public static SiteFacts read(Manifest manifest) {
        Map<String, String> properties = manifest.properties();
        return new SiteFacts(properties.getOrDefault(TITLE, ""), properties.getOrDefault(URL, ""),
                properties.getOrDefault(LANG, ""), zone(properties.getOrDefault(ZONE, "")));
    }

    /** UTC for an index of earlier days, or where this Java does not know a zone that the writer's knew. */
    private static ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
