package broadsheet.index;

/**
 * What a search page must know of the site whose posts are indexed; kept with the index, since a server may have no
 * more than that.
 *
 * @param title the site's name, {@code The Merrin Packet}; empty when it has none
 * @param url what stands before the addresses of its posts, {@code https://packet.example}; empty when not known
 * @param lang the site's language as a primary subtag, {@code en}; empty when not known
 * @param timeZone where its days begin and end: {@code Europe/Berlin}, or {@code UTC}
 */
public record SiteFacts(String title, String url, String lang, String timeZone) {

    /** Nothing is known. */
    public static final SiteFacts NONE = new SiteFacts("", "", "", "UTC");
}
