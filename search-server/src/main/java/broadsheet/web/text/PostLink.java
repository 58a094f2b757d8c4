package broadsheet.web.text;

import broadsheet.search.Hit.Snippet;
import java.util.BitSet;

/** The address of a post as a link that a browser may follow: a path, or http and https; any other becomes {@code #}. */
public final class PostLink {

    /** The link for an address that could run a script or leave the web. */
    public static final String NOWHERE = "#";

    /** Characters of ASCII that may not stand in a URI. */
    private static final BitSet UNSAFE = new BitSet();

    static {
        UNSAFE.set(0, ' ' + 1);
        "\"<>\\^`{|}".chars().forEach(UNSAFE::set);
    }

    private PostLink() {}

    /**
     * {@code /2024/03/01/sea wall.html} gives {@code /2024/03/01/sea%20wall.html}; {@code javascript:alert(1)} gives
     * {@code #}. A colon before the first slash means a scheme (RFC 3986, 4.2); browsers drop tabs and line ends within
     * a scheme, so control characters are encoded before anybody looks for one. Two slashes in front would name another
     * host; one stays.
     */
    public static String of(String url) {
        String clean = oneSlash(encodeUnsafe(url.strip()));
        if (clean.isEmpty()) {
            return NOWHERE;
        }
        int end = firstOf(clean, "/?#");
        int colon = clean.indexOf(':');
        if (colon < 0 || colon > end) {
            return clean;
        }
        String scheme = clean.substring(0, colon);
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        return web && namesHost(clean.substring(colon + 1)) ? clean : NOWHERE;
    }

    /** Browsers mend {@code http:/\evil.example} and {@code https:evil.example} into a host, other programs fail at it. */
    private static boolean namesHost(String rest) {
        return rest.length() > 2 && rest.startsWith("//") && "/?#%:@.".indexOf(rest.charAt(2)) < 0;
    }

    /** The link of a snippet: the post at the very sentence, {@code /sea-wall.html#:~:text=The%20sea%20wall}. */
    public static String to(String url, Snippet snippet) {
        return into(of(url), snippet);
    }

    /** The same for a post that has a link already. */
    public static String into(String link, Snippet snippet) {
        String fragment = link.equals(NOWHERE) ? "" : TextFragment.of(snippet);
        return fragment.isEmpty() ? link : link + (link.indexOf('#') < 0 ? "#" : "") + fragment;
    }

    private static String oneSlash(String url) {
        int slashes = 0;
        while (slashes < url.length() && url.charAt(slashes) == '/') {
            slashes++;
        }
        return slashes < 2 ? url : url.substring(slashes - 1);
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Encodes what may not stand in a URI at all; letters beyond ASCII stay, browsers encode them (RFC 3987). */
    private static String encodeUnsafe(String url) {
        int first = 0;
        while (first < url.length() && !isUnsafe(url.charAt(first))) {
            first++;
        }
        if (first == url.length()) {
            return url;
        }
        StringBuilder out = new StringBuilder(url.length() + 8).append(url, 0, first);
        for (int i = first; i < url.length(); i++) {
            char c = url.charAt(i);
            out.append(isUnsafe(c) ? Percent.encode(String.valueOf(c)) : String.valueOf(c));
        }
        return out.toString();
    }

    private static boolean isUnsafe(char c) {
        return c < 0x7F ? UNSAFE.get(c) : c < 0xA0 || Character.isSpaceChar(c);
    }
}
