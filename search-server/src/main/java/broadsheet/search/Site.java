package broadsheet.search;

/**
 * The site whose posts an index holds, as its own settings describe it; a part that they leave out is empty.
 *
 * @param title its name, {@code The Merrin Packet}
 * @param url the beginning of its posts' addresses, {@code https://packet.example}; no slash at the end
 * @param lang its language, {@code en}
 */
public record Site(String title, String url, String lang) {

    /** Nothing is known. */
    public static final Site UNKNOWN = new Site("", "", "");
}
