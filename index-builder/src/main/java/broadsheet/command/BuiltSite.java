package broadsheet.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that a site generator wrote.
 *
 * @param folder the site's root, such as {@code _site}
 * @param baseurl what addresses begin with and files do not: {@code /news}; often empty
 */
record BuiltSite(Path folder, String baseurl) {

    /**
     * Whether a web server would find a page: {@code /a/b.html} as it is, {@code /a/} as {@code a/index.html}, and
     * {@code /a} as {@code a}, {@code a.html} or {@code a/index.html}.
     */
    boolean has(String url) {
        String path = decode(url);
        String within = !baseurl.isEmpty() && path.startsWith(baseurl + "/") ? path.substring(baseurl.length()) : path;
        String relative = within.replaceFirst("^/+", "");
        Stream<String> candidates = relative.isEmpty() || relative.endsWith("/")
                ? Stream.of(relative + "index.html")
                : Stream.of(relative, relative + ".html", relative + "/index.html");
        return candidates.anyMatch(this::isPage);
    }

    private boolean isPage(String relative) {
        try {
            Path page = folder.resolve(relative).normalize();
            return page.startsWith(folder.normalize()) && Files.isRegularFile(page);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String decode(String url) {
        try {
            String path = new URI(url).getPath();
            return path == null ? url : path;
        } catch (URISyntaxException e) {
            return url;
        }
    }
}
