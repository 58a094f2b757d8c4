package broadsheet.web.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of a page: the text of its blocks, spaces collapsed, with what a browser does to find the words of a
 * text directive in it ("URL Fragment Text Directives", WICG, "Finding ranges in a document"): each part within one
 * block, case apart, from word to word.
 */
final class RenderedPost {

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();

    RenderedPost(String html) {
        add(Jsoup.parse(html).body());
        close();
    }

    private void add(Node node) {
        if (node instanceof TextNode text) {
            block.append(text.getWholeText());
        } else if (node instanceof Element element && !element.is("script, style, template, noscript, iframe, svg")) {
            boolean apart = element.isBlock() || element.is("br, img, video, audio, td, th, dt, dd, li");
            if (apart && !element.is("br")) {
                close();
            }
            if (element.is("br")) {
                block.append(' ');
            }
            element.childNodes().forEach(this::add);
            if (apart && !element.is("br")) {
                close();
            }
        }
    }

    private void close() {
        String text = collapsed(block.toString());
        if (!text.isEmpty()) {
            blocks.add(text);
        }
        block.setLength(0);
    }

    private static String collapsed(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the text directive of a link, {@code start} or {@code start,end}, finds its place. */
    boolean has(String link) {
        String[] parts = link.substring(link.indexOf(":~:text=") + 8).split(",");
        String start = decode(parts[0]);
        for (int i = 0; i < blocks.size(); i++) {
            int at = find(blocks.get(i), start, 0);
            if (at >= 0 && (parts.length == 1 || endsAfter(i, at + start.length(), decode(parts[1])))) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAfter(int first, int from, String end) {
        for (int i = first; i < blocks.size(); i++) {
            if (find(blocks.get(i), end, i == first ? from : 0) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int find(String block, String part, int from) {
        int at = block.indexOf(part, from);
        while (at >= 0 && !(isEdge(block, at) && isEdge(block, at + part.length()))) {
            at = block.indexOf(part, at + 1);
        }
        return at;
    }

    private static boolean isEdge(String text, int at) {
        return at == 0 || at == text.length()
                || !(Character.isLetterOrDigit(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at)));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join("\n", blocks);
    }
}
