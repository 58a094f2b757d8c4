package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LemmasTest {

    @ParameterizedTest
    @ValueSource(strings = {"вибори виборів виборам виборах", "місто міста місті містом міст містах",
            "президент президента президентові президентом", "війна війни війні війною воєн",
            "Київ Києва Києву Києві", "Україна України Україну Україною", "школа школи школі шкіл школах",
            "рішення рішенню рішень рішеннями", "сказав сказала сказали сказати скаже", "новий нового нова нові нових",
            "людина люди людей людям", "депутат депутата депутати депутатів", "суд суду суді судів",
            "армія армії армію армією", "дорога дороги дорогу доріг", "Харків Харкова Харкові", "закон закону законів",
            "Зеленський Зеленського Зеленському Зеленським", "Байден Байдена Байдену Байденом",
            "об'єкт об’єкта обʼєкти", "український української українські"})
    void ukrainianFormsOfAWordAreOne(String forms) {
        assertEquals(1, stems("uk", forms).size(), () -> stems("uk", forms).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wybory wyborów wyborom wyborach", "miasto miasta mieście miastem miast",
            "prezydent prezydenta prezydentowi prezydentem prezydenci", "wojna wojny wojnie wojnę wojen",
            "Warszawa Warszawy Warszawie Warszawę", "Polska Polski Polsce Polskę",
            "szkoła szkoły szkole szkół szkołami",
            "rząd rządu rządowi rządem rządy", "powiedział powiedziała powiedzieli powiedzieć",
            "nowy nowego nowa nowe nowych", "człowiek człowieka ludzie ludzi ludziom", "sąd sądu sądzie sądy sądów",
            "ustawa ustawy ustawę ustaw", "Tusk Tuska Tuskowi Tuskiem", "Zełenski Zełenskiego Zełenskiemu",
            "dziecko dziecka dzieci dzieciom", "ręka ręki ręce rąk", "Kraków Krakowa Krakowie"})
    void polishFormsOfAWordAreOne(String forms) {
        assertEquals(1, stems("pl", forms).size(), () -> stems("pl", forms).toString());
    }

    @ParameterizedTest
    @CsvSource({"uk,вода,водій", "uk,рада,радіо", "pl,miasto,miesiąc", "pl,rząd,rządek",
            "pl,prawo,prawda", "uk,Україна,український"})
    void otherWordsStayApart(String lang, String one, String other) {
        assertNotEquals(stems(lang, one), stems(lang, other));
    }

    @ParameterizedTest
    @CsvSource({"uk,COVID-19", "uk,F-16", "pl,AT&T", "pl,10:30"})
    void wordsWithDigitsAndSignsStayAsTheyAre(String lang, String word) {
        assertEquals(stems("xx", word), stems(lang, word));
    }

    private static Set<String> stems(String lang, String words) {
        Set<String> stems = new TreeSet<>();
        new TextAnalysis(Language.of(lang)).tokens(words).forEach(token -> stems.add(token.stem().utf8ToString()));
        return stems;
    }
}
