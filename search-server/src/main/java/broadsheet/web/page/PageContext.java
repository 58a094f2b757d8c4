package broadsheet.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * The rest of the request that a page answers: all except the search itself.
 *
 * @param language of the page's own words; {@link SearchPage#languageFor} picks it
 * @param now the time of the request; the presets ("last 7 days") count back from it
 * @param notes sentences about parameters that were ignored: plain text in that language, one for each
 * @param waysOut wider searches, when nothing was found; see {@link WaysOut}
 * @param zone where the days of the site begin and end, for pages without the answer to a search, which has it itself
 */
public record PageContext(Locale language, Instant now, List<String> notes, List<WayOut> waysOut, ZoneId zone) {

    public PageContext {
        notes = List.copyOf(notes);
        waysOut = List.copyOf(waysOut);
    }

    /** The same, of a site with days of this zone. */
    public PageContext in(ZoneId value) {
        return new PageContext(language, now, notes, waysOut, value);
    }

    /** A context with nothing to say. */
    public static PageContext of(Locale language, Instant now) {
        return new PageContext(language, now, List.of(), List.of(), ZoneId.of("UTC"));
    }
}
