package broadsheet.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a page needs to know of the request that it answers, besides the search itself.
 *
 * @param language of the page's own words; {@link SearchPage#languageFor} picks it
 * @param now the time of the request; the presets ("last 7 days") count back from it
 * @param notes sentences about parameters that were ignored: plain text in that language, one for each
 * @param waysOut what else to search for when nothing was found; see {@link WaysOut}
 */
public record PageContext(Locale language, Instant now, List<String> notes, List<WayOut> waysOut) {

    public PageContext {
        notes = List.copyOf(notes);
        waysOut = List.copyOf(waysOut);
    }

    /** A context with nothing to say. */
    public static PageContext of(Locale language, Instant now) {
        return new PageContext(language, now, List.of(), List.of());
    }
}
