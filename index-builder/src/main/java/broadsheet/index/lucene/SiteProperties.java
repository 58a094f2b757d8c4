package broadsheet.index.lucene;

import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Manifest;
import java.util.Map;

/**
 * The facts of a site as properties of a {@link Manifest}: {@code site.title}, {@code site.url}, {@code site.lang},
 * {@code site.timezone}.
 */
public final class SiteProperties {

    private static final String TITLE = "site.title";
    private static final String URL = "site.url";
    private static final String LANG = "site.lang";
    private static final String TIME_ZONE = "site.timezone";

    private SiteProperties() {}

    static Map<String, String> of(SiteFacts site) {
        return Map.of(TITLE, site.title(), URL, site.url(), LANG, site.lang(), TIME_ZONE, site.timeZone());
    }

    /** The facts that were published with a generation. */
    public static SiteFacts read(Manifest manifest) {
        Map<String, String> properties = manifest.properties();
        return new SiteFacts(properties.getOrDefault(TITLE, ""), properties.getOrDefault(URL, ""),
                properties.getOrDefault(LANG, ""), properties.getOrDefault(TIME_ZONE, SiteFacts.NONE.timeZone()));
    }
}
