package broadsheet.post.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that an XML declaration names: {@code <?xml version="1.0" encoding="ISO-8859-2"?>}. */
public final class XmlEncoding {

    private static final int LONGEST = 1024;
    private static final Pattern DECLARATION = Pattern
            .compile("\\s*<\\?xml\\s[^>]{0,200}?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._:-]{0,40})[\"']");

    private XmlEncoding() {}

    /**
     * Empty where none is named, for UTF-8, which needs no naming, and for one that Java does not know or in which
     * these bytes would be no declaration. Latin-1 and ASCII mean windows-1252, as on the web (Encoding Standard).
     */
    public static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        if (!declaration.lookingAt() || !Charset.isSupported(declaration.group(1))) {
            return Optional.empty();
        }
        Charset charset = Charset.forName(declaration.group(1));
        String read = new String(bytes, 0, declaration.end(), charset);
        if (charset.equals(StandardCharsets.UTF_8) || !read.equals(declaration.group())) {
            return Optional.empty();
        }
        boolean western = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return Optional.of(western ? Charset.forName("windows-1252") : charset);
    }
}
