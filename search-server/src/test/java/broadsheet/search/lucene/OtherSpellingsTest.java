package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.search.SearchResponse.OtherSpelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherSpellingsTest {

    @TempDir
    private Path folder;
    private SmallArchive archive;

    @BeforeEach
    void someNamesAreSpeltInSeveralWays() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            posts.add(
                    post("q" + i, "Talks", "In Tripoli colonel Qadhafi of Libya met the envoy, said Jalloud.").build());
            posts.add(
                    post("k" + i, "Visit", "In Tripoli Libya's leader Gaddafi received guests, with Jalloud.").build());
            posts.add(post("m" + i, "Bakery", "At Oster's bakery Frau Müller sold rolls to Brandt.").build());
            posts.add(post("u" + i, "Bakery", "At Oster's shop Frau Mueller sold bread to Brandt.").build());
            posts.add(post("b" + i, "Race", "In Daytona the driver Kurt Busch beat Gordon.").build());
            posts.add(post("p" + i, "House", "In Washington the president, Bush, met Powell.").build());
            posts.add(post("c" + i, "Drinks", "At noon Coke, which Cola makes in Atlanta, fell.").build());
            posts.add(post("w" + i, "Harbour", "In the harbour a boat, and the boot of a sailor.").build());
        }
        posts.add(post("a", "Network", "Men of al-Qaeda met Atef near Kandahar in the hills.").build());
        posts.add(post("b", "Network", "Men of al-Qaeda left Atef near Kandahar in the spring.").build());
        posts.add(post("c", "Network", "Men of al Qaida sought Atef near Kandahar in the hills.").build());
        posts.add(post("d", "Network", "Men of al Qaida lost Atef near Kandahar in the spring.").build());
        archive = SmallArchive.of(folder, posts);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anotherSpellingIsOfferedWithItsCountAndTheQueryThatAsksForIt() {
        assertEquals(List.of(new OtherSpelling("Qadhafi", 3, "Qadhafi jalloud")), spellings("gaddafi jalloud"));
        assertEquals(List.of(new OtherSpelling("Gaddafi", 3, "Gaddafi")), spellings("Qadhafi"));
    }

    @Test
    void itIsNeverSearchedByItself() {
        assertEquals(List.of("k0", "k1", "k2"), archive.ids("gaddafi").stream().sorted().toList());
    }

    @Test
    void umlautsMayBeWrittenOut() {
        assertEquals(List.of(new OtherSpelling("Mueller", 3, "Mueller")), spellings("müller"));
        assertEquals(List.of(new OtherSpelling("Müller", 3, "Müller brandt")), spellings("mueller brandt"));
    }

    @Test
    void aNameWithinAHyphenatedOneOrAQuotationHasOthersToo() {
        assertEquals(List.of(new OtherSpelling("Qaida", 2, "al-Qaida")), spellings("al-qaeda"));
        assertEquals(List.of(new OtherSpelling("Qaeda", 2, "\"al Qaeda\"")), spellings("\"al qaida\""));
    }

    @Test
    void namesThatOnlySoundAlikeAreNotOffered() {
        assertEquals(List.of(), spellings("bush"));
        assertEquals(List.of(), spellings("busch"));
    }

    @Test
    void namesThatStandBesideEachOtherAreTwo() {
        assertEquals(List.of(), spellings("coke"));
    }

    @Test
    void ordinaryWordsHaveNone() {
        assertEquals(List.of(), spellings("boat"));
        assertEquals(List.of(), spellings("bread rolls harbour"));
    }

    private List<OtherSpelling> spellings(String text) {
        return archive.ask(text).query().spellings();
    }
}
