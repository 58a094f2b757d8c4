package broadsheet.web.text;

/** Text for XML 1.0: escaped, without the characters that no XML document may hold (XML 1.0, 2.2). */
public final class XmlText {

    private XmlText() {}

    public static String of(String text) {
        boolean clean = text.chars().allMatch(c -> c >= ' ' && c < 0xD800);
        return MarkedText.escape(clean ? text : allowed(text));
    }

    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
