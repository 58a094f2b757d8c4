package broadsheet.web;

import broadsheet.web.ServerOptions.Owner;
import broadsheet.web.http.StaticFile;
import broadsheet.web.page.PageSettings;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a page asks for, with the owner's colours, and their addresses. */
final class PageFiles {

    private static final String STYLE = "/style.css";
    private static final String SCRIPT = "/search.js";
    private static final String ICON = "/favicon.svg";

    private final Owner owner;
    private final Map<String, StaticFile> files = new LinkedHashMap<>();

    PageFiles(Owner owner) {
        this.owner = owner;
        for (String path : List.of(STYLE, SCRIPT, ICON)) {
            StaticFile.load(path).map(this::coloured).ifPresent(file -> files.put(path, file));
        }
    }

    Collection<StaticFile> all() {
        return files.values();
    }

    PageSettings.Files addresses() {
        return new PageSettings.Files(address(STYLE), address(SCRIPT), address(ICON));
    }

    String icon() {
        return address(ICON);
    }

    /** The style sheet with the owner's colours; any other file as it is. */
    private StaticFile coloured(StaticFile file) {
        String css = owner.colours().css();
        if (css.isEmpty() || !file.path().equals(STYLE)) {
            return file;
        }
        return StaticFile.of(file.path(),
                (new String(file.body(), StandardCharsets.UTF_8) + css).getBytes(StandardCharsets.UTF_8));
    }

    private String address(String path) {
        return owner.basePath() + Optional.ofNullable(files.get(path)).map(StaticFile::address).orElse(path);
    }
}
