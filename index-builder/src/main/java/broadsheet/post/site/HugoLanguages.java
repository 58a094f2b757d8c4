package broadsheet.post.site;

import broadsheet.post.frontmatter.Value.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The languages of a Hugo site: {@code news/storm.fr.md} is the French one of {@code news/storm.md} where the settings
 * have {@code languages.fr}, and so is what lies in the {@code contentDir} of that language. Source: Hugo's
 * documentation, "Multilingual mode", and {@code LanguagePrefix} in {@code config/allconfig}. A {@code contentDir}
 * outside {@code content} is not looked at.
 */
final class HugoLanguages {

    private final Fields settings;
    private final String standard;
    private final Map<String, Fields> languages = new LinkedHashMap<>();

    /** @param settings with keys in lower case */
    HugoLanguages(Fields settings) {
        this.settings = settings;
        String written = settings.text("defaultContentLanguage").toLowerCase(Locale.ROOT);
        this.standard = written.isEmpty() ? "en" : written;
        settings.fields("languages").entries().forEach((key, value) -> {
            if (value instanceof Fields own) {
                languages.put(key, own);
            }
        });
    }

    /**
     * One page.
     *
     * @param language its key in the settings
     * @param marked whether its place or name says its language
     * @param path below the content folder, without the language's mark: {@code news/storm.md}
     */
    record Page(String language, boolean marked, String path) {}

    /** @param inside the path below {@code content}: {@code news/storm.fr.md} */
    Page page(String inside) {
        for (Map.Entry<String, Fields> each : languages.entrySet()) {
            String folder = each.getValue().text("contentDir").replaceAll("^(\\./)?content/|/+$", "") + "/";
            if (inside.startsWith(folder)) {
                return new Page(each.getKey(), true, inside.substring(folder.length()));
            }
        }
        FileName name = FileName.of(inside);
        int dot = name.base().lastIndexOf('.');
        String mark = dot < 0 ? "" : name.base().substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!languages.containsKey(mark)) {
            return new Page(standard, false, inside);
        }
        String bare = inside.substring(0, inside.length() - name.extension().length() - mark.length() - 1);
        return new Page(mark, true, bare + name.extension());
    }

    /**
     * {@code /fr} before the address of French pages; empty for those of the default language, unless the site says so.
     */
    String prefix(String language) {
        boolean shown = language.equals(standard)
                ? settings.isTrue("defaultContentLanguageInSubdir")
                : languages.size() > 1;
        return shown ? "/" + language : "";
    }

    boolean isDisabled(String language) {
        return languages.getOrDefault(language, Fields.EMPTY).isTrue("disabled")
                || settings.list("disableLanguages").stream().anyMatch(language::equalsIgnoreCase);
    }

    /** The site's settings, and what the language sets otherwise. */
    Fields settings(String language) {
        return FrontMatterDefaults.merge(settings, languages.getOrDefault(language, Fields.EMPTY));
    }

    /** The settings of the default language. */
    Fields settings() {
        return settings(standard);
    }

    /** {@code pt} for the key {@code pt-br}, or for another one with the {@code languageCode} {@code pt-BR}. */
    String code(String language) {
        String written = languages.getOrDefault(language, Fields.EMPTY).text("languageCode", "locale");
        return SiteConfig.primarySubtag(written.isEmpty() ? language : written);
    }

    /** The site's own language; empty when it sets none. */
    String code() {
        boolean set = languages.containsKey(standard) || !settings.text("defaultContentLanguage").isEmpty();
        return set ? code(standard) : SiteConfig.primarySubtag(settings.text("languageCode", "locale"));
    }

    /** The names that the page of a bundle may have: {@code index.md}, {@code index.fr.md}. */
    List<String> bundleNames() {
        List<String> names = new ArrayList<>(List.of("index.md", "index.html"));
        languages.keySet().forEach(key -> names.addAll(List.of("index." + key + ".md", "index." + key + ".html")));
        return List.copyOf(names);
    }
}
