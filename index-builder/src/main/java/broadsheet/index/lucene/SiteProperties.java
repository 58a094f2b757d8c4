package broadsheet.index.lucene;

import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Manifest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The facts of a site as properties of a {@link Manifest}: {@code site.title}, {@code site.url}, {@code site.lang},
<<<<<<< HEAD
 * {@code site.zone}.
=======
 * {@code site.timezone}.
>>>>>>> shown
 */
public final class SiteProperties {

    private static final String TITLE = "site.title";
    private static final String URL = "site.url";
    private static final String LANG = "site.lang";
<<<<<<< HEAD
    private static final String ZONE = "site.zone";
=======
    private static final String TIME_ZONE = "site.timezone";
>>>>>>> shown

    private SiteProperties() {}

    static Map<String, String> of(SiteFacts site) {
<<<<<<< HEAD
        return Map.of(TITLE, site.title(), URL, site.url(), LANG, site.lang(), ZONE, site.zone().getId());
=======
        return Map.of(TITLE, site.title(), URL, site.url(), LANG, site.lang(), TIME_ZONE, site.timeZone());
>>>>>>> shown
    }

    /** The facts that were published with a generation. */
    public static SiteFacts read(Manifest manifest) {
        Map<String, String> properties = manifest.properties();
        return new SiteFacts(properties.getOrDefault(TITLE, ""), properties.getOrDefault(URL, ""),
<<<<<<< HEAD
                properties.getOrDefault(LANG, ""), zone(properties.getOrDefault(ZONE, "")));
    }

    /** UTC for an index of earlier days, or where this Java does not know a zone that the writer's knew. */
    private static ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
=======
                properties.getOrDefault(LANG, ""), properties.getOrDefault(TIME_ZONE, SiteFacts.NONE.timeZone()));
>>>>>>> shown
    }
}
