package broadsheet.search;

/**
 * The site whose posts an index holds, as its own settings describe it; each part is empty when not known.
 *
 * @param title its name, {@code The Merrin Packet}
 * @param url what stands before the addresses of its posts, {@code https://packet.example}; no slash at the end
 * @param lang its language, {@code en}
 */
public record Site(String title, String url, String lang) {

    /** Nothing is known. */
    public static final Site UNKNOWN = new Site("", "", "");
}
