package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HugoSitesTest extends ArchiveFolder {

    @Test
    void hugoSitesAreReadBelowContent() throws IOException {
        write("hugo.toml", "baseURL = 'https://news.example/blog/'\ntimeZone = 'Europe/Berlin'\n"
                + "[permalinks]\nnews = '/:year/:month/:slug/'\n");
        write("content/_index.md", "+++\ntitle = 'Home'\n+++\n");
        write("content/news/High Water.md", "+++\ntitle = 'High Water!'\ndate = 2024-03-01T00:30:00\n+++\nRain.\n");
        write("content/notes/Big Storm.md", "---\ntitle: Storm\n---\nRain.\n");
        write("content/notes/own.md", "---\ntitle: Own\nurl: own/place/\n---\nRain.\n");
        write("content/notes/later.md", "---\ntitle: Later\npublishDate: 2026-07-01\ndate: 2024-01-01\n---\nRain.\n");
        write("content/trip/index.md", "---\ntitle: Trip\nslug: journey\n---\nRain.\n");
        write("content/trip/part.md", "---\ntitle: Part\n---\nRain.\n");
        write("README.md", "Not content.\n");
        Archive archive = open("");
        List<String> read = archive.files().stream().map(archive::read).map(reading -> reading.posts().isEmpty()
                ? reading.path() + " " + reading.skips().getFirst().reason()
                : reading.path() + " " + reading.posts().getFirst().url()).toList();
        assertEquals(List.of("content/_index.md NOT_A_POST", "content/news/High Water.md /blog/2024/03/high-water/",
                "content/notes/Big Storm.md /blog/notes/big-storm/", "content/notes/later.md /blog/notes/later/",
                "content/notes/own.md /blog/own/place/", "content/trip/index.md /blog/journey/",
                "content/trip/part.md NOT_A_POST"), read);
        assertEquals(Optional.of(Instant.parse("2026-06-30T22:00:00Z")),
                archive.read(archive.files().get(3)).posts().getFirst().visibleFrom());
        assertEquals(Optional.of(ZoneId.of("Europe/Berlin")), archive.site().zone());
    }

    @Test
    void formerAddressesOfHugoCountFromThePostsFolder() throws IOException {
        write("hugo.toml", "baseURL = 'https://news.example/blog/'\n");
        write("content/notes/storm.md", "---\ntitle: Storm\naliases: [/2019/storm.html, gale, '/notes/storm/', "
                + "'https://old.example/storm', /Grüße/]\n---\nRain.\n");
        Archive archive = open("");
        assertEquals(List.of("/blog/2019/storm.html", "/blog/notes/gale", "https://old.example/storm",
                "/blog/Gr%C3%BC%C3%9Fe/"), archive.read(archive.files().getFirst()).posts().getFirst().formerUrls());
    }

    @Test
    void aDroppedSignDoublesNoHyphenOfHugos() throws IOException {
        write("hugo.toml", "[permalinks]\nnews = '/p/:slug/'\n");
        write("content/news/a.md", post("title: Hello & World"));
        assertEquals("/p/hello-world/", only(open("")).posts().getFirst().url());
    }

    @Test
    void settingsOfHugoMayLieInAFolderOfTheirOwn() throws IOException {
        write("config/_default/config.yaml", "baseurl: https://news.example/\ntimeZone: Mars/X\n");
        write("config/_default/permalinks.toml", "News = '/:year/:slug/'\nnotes = '/n/:slug/'\n");
        write("config/_default/menus.toml", "[[main]\n");
        write("content/news/high-water.md", "---\ntitle: High Water\ndate: 2024-03-01\n---\nRain.\n");
        assertEquals("/2024/high-water/", only(open("")).posts().getFirst().url());
        assertEquals("/2024/high-water/", only(open("content/news")).posts().getFirst().url());
        assertEquals("config/_default/config.yaml:2:11", open("").problems().getFirst().toString().split(": ")[0]);
        String before = open("").settingsDigest();
        write("config/production/hugo.toml",
                "baseURL = 'https://news.example/blog/'\n[permalinks]\nnews = '/:slug/'\n");
        assertEquals("/blog/high-water/", only(open("")).posts().getFirst().url());
        assertNotEquals(before, open("").settingsDigest());
    }

    @Test
    void settingsOfHugosFolderAreLaidOnThoseOfTheSite() throws IOException {
        write("hugo.toml", "baseURL = 'https://news.example/old/'\n[permalinks]\nnews = '/old/:slug/'\n"
                + "notes = '/notes/:title/'\n");
        write("config/_default/hugo.json", "{\"baseURL\": \"https://news.example/blog/\","
                + " \"permalinks\": {\"news\": \"/:slug/\"}}");
        write("content/news/a.md", post("title: High Water"));
        write("content/notes/b.md", post("title: Low Water"));
        Archive archive = open("");
        assertEquals(List.of("/blog/high-water/", "/blog/notes/low-water/"), archive.files().stream()
                .map(file -> archive.read(file).posts().getFirst().url()).toList());
    }

    @Test
    void aFolderOfHugosSettingsMakesASiteBesideOtherFilesOfText() throws IOException {
        write("config/_default/hugo.yml", "baseURL: https://news.example/\n");
        write("notes.md", "Not content.\n");
        write("content/a.md", post("title: a"));
        assertEquals(List.of("content/a.md"), ids(open("")));
    }

    private String url(String path) throws IOException {
        Archive archive = open("");
        return archive.files().stream().filter(file -> file.id().equals(path)).map(file -> archive.read(file).posts())
                .map(posts -> posts.isEmpty() ? "-" : posts.getFirst().url() + " " + posts.getFirst().lang())
                .findFirst().orElse("no file");
    }

    @Test
    void theNameOfAFileTellsItsLanguage() throws IOException {
        write("hugo.toml", "baseURL = 'https://news.example/blog/'\ndefaultContentLanguage = 'en'\n"
                + "[permalinks]\ntown = '/:year/:filename/'\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
                + "[languages.fr.permalinks]\nnotes = '/n/:slug/'\n[languages.pt-br]\nlanguageCode = 'pt-BR'\n"
                + "[languages.de]\ndisabled = true\n");
        for (String path : List.of("news/n.md", "news/n.fr.md", "news/n.EN.md", "news/n.pt-br.md", "news/n.it.md",
                "news/n.de.md", "notes/n.fr.md", "town/n.fr.md", "trip/index.fr.md", "trip/part.fr.md")) {
            write("content/" + path, post("title: High Water", "date: 2024-03-01"));
        }
        write("content/own.fr.md", post("title: a", "url: own/"));
        write("content/root.fr.md", post("title: a", "url: /root/", "lang: nl"));
        assertEquals("/blog/news/n/ en", url("content/news/n.md"));
        assertEquals("/blog/fr/news/n/ fr", url("content/news/n.fr.md"));
        assertEquals("/blog/news/n/ en", url("content/news/n.EN.md"));
        assertEquals("/blog/pt-br/news/n/ pt", url("content/news/n.pt-br.md"));
        assertEquals("/blog/news/n.it/ en", url("content/news/n.it.md"));
        assertEquals("-", url("content/news/n.de.md"));
        assertEquals("/blog/fr/n/high-water/ fr", url("content/notes/n.fr.md"));
        assertEquals("/blog/fr/2024/n/ fr", url("content/town/n.fr.md"));
        assertEquals("/blog/fr/trip/ fr", url("content/trip/index.fr.md"));
        assertEquals("-", url("content/trip/part.fr.md"));
        assertEquals("/blog/fr/own/ fr", url("content/own.fr.md"));
        assertEquals("/blog/root/ nl", url("content/root.fr.md"));
    }

    @Test
    void theDefaultLanguageHasAPrefixWhereTheSiteWantsIt() throws IOException {
        write("config/_default/hugo.yaml", "defaultContentLanguage: fr\ndefaultContentLanguageInSubdir: true\n");
        write("config/_default/languages.yaml", "fr:\n  title: Nouvelles\nen:\n  title: News\n");
        write("content/news/n.md", post("title: a"));
        write("content/news/n.en.md", post("title: a"));
        assertEquals("/fr/news/n/ fr", url("content/news/n.md"));
        assertEquals("/en/news/n/ en", url("content/news/n.en.md"));
        assertEquals("Nouvelles", open("").site().title());
        assertEquals("fr", open("").site().lang());
    }

    @Test
    void aLanguageMayHaveItsOwnFolder() throws IOException {
        write("hugo.yaml", "permalinks: {news: '/:filename/'}\nlanguages:\n  en: {contentDir: content/english}\n"
                + "  fr: {contentDir: ./content/french/}\n");
        write("content/english/news/n.md", post("title: a"));
        write("content/french/news/n.md", post("title: a"));
        assertEquals("/n/ en", url("content/english/news/n.md"));
        assertEquals("/fr/n/ fr", url("content/french/news/n.md"));
    }

    @Test
    void aSiteOfOneLanguageHasNoPrefixes() throws IOException {
        write("hugo.yaml", "languages: {fr: {weight: 1}}\n");
        write("content/news/n.fr.md", post("title: a"));
        assertEquals("/news/n/ fr", url("content/news/n.fr.md"));
    }
}
