package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Site;
import broadsheet.web.ServerOptions.Owner;
import broadsheet.web.page.PageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteChoiceTest {

    private static PageSettings settings(Owner owner, Site site) {
        return SiteChoice.settings(owner, site, PageSettings.Files.PLAIN);
    }

    private static Owner owner(String title, String siteUrl) {
        return new Owner(Optional.of(title), Optional.of(siteUrl), Optional.empty(), "", PageSettings.Colours.NONE);
    }

    @Test
    void theSiteNamesItselfAndItsAddress() {
        PageSettings settings = settings(Owner.SILENT, new Site("The Packet", "https://packet.news", "de"));
        assertEquals("The Packet", settings.title());
        assertEquals("https://packet.news", settings.posts());
        assertEquals(Locale.GERMAN, settings.siteLanguage());
    }

    @Test
    void theOwnerKnowsBetterThanTheSite() {
        PageSettings settings = settings(owner("Archive", "https://other.example"),
                new Site("The Packet", "https://packet.news", ""));
        assertEquals("Archive", settings.title());
        assertEquals("https://other.example", settings.posts());
        assertEquals("", settings(owner("Archive", "none"), new Site("", "https://packet.news", "")).posts());
    }

    @Test
    void withoutAnythingThePageIsCalledBroadsheet() {
        assertEquals("Broadsheet", settings(Owner.SILENT, Site.UNKNOWN).title());
        assertEquals("", settings(Owner.SILENT, Site.UNKNOWN).posts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://packet.example", "http://localhost:4000", "https://www.example.com",
            "http://[::1]:80",
            "http://127.0.0.1", "ftp://packet.news", "not an address", "packet.news", "https://a.test"})
    void noLinkLeadsToAnAddressThatCannotExist(String url) {
        assertEquals("", settings(Owner.SILENT, new Site("", url, "")).posts());
    }

    @Test
    void aSiteThatIsNotKnownYetIsAskedForAgainAndOneThatIsKnownIsNot() {
        List<Optional<Site>> said = new ArrayList<>(List.of(Optional.empty(), Optional.empty(),
                Optional.of(new Site("The Packet", "", "")), Optional.of(new Site("The Other", "", ""))));
        SiteChoice choice = new SiteChoice(Owner.SILENT, said::removeFirst,
                PageSettings.Files.PLAIN);
        assertEquals("Broadsheet", choice.get().title());
        assertTrue(choice.text().contains("Broadsheet"));
        assertEquals("The Packet", choice.get().title());
        assertEquals("The Packet", choice.get().title());
        assertEquals(choice.get().toString(), choice.text());
    }
}
