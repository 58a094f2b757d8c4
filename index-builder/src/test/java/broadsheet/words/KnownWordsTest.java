package broadsheet.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownWordsTest {

    private static final KnownWords ENGLISH = KnownWords.of(List.of("en"));

    @ParameterizedTest
    @ValueSource(strings = {"standpoint", "objectionable", "owl", "reorganised", "reorganized", "subsidising",
            "travelled",
            "traveled", "backbencher", "childcare", "colour", "color", "aesthetics", "a", "don't", "you're", "mice",
            "lewd",
            "embezzlement", "chaired", "wheelchair", "schizophrenic"})
    void wordsOfEnglishAreKnownInAllForms(String word) {
        assertEquals(Familiarity.WORD, ENGLISH.familiarity(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oman", "NATO", "FBI", "NHS", "wifi", "Odessa", "Tonga", "Guam", "Crowley", "Citicorp",
            "Amoco",
            "Duesseldorf", "Karachi", "Kyiv", "Masahiko", "Fumio", "Clooney", "Ofsted", "Metallica", "Zelensky",
            "Beijing",
            "Bridget", "Siegfried", "WHO", "UNESCO", "Brexit", "covid", "Lufthansa", "O'Neill", "Kuwaitis", "Tanaka"})
    void namesAreKnownInCapitalsAndSmallLetters(String name) {
        assertTrue(Set.of(Familiarity.NAME, Familiarity.WORD).contains(ENGLISH.familiarity(name)), name);
        assertEquals(ENGLISH.familiarity(name), ENGLISH.familiarity(name.toLowerCase()));
        assertEquals(ENGLISH.familiarity(name), ENGLISH.familiarity(name.toUpperCase()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Perugini", "Oppenheim", "Mathieson", "Gutzwiller", "Benedetti", "Woodhead"})
    void rareNamesAreToldFromFrequentOnes(String name) {
        assertEquals(Familiarity.RARE_NAME, ENGLISH.familiarity(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standpiont", "sroldier", "idspute", "stazdium", "aatronauts", "submii", "philippinde",
            "wjrner",
            "copeting", "rcaised", "retreamt", "shoutder", "unlrss", "disaarm", "colelins", "virltual", "carrierrs",
            "governmnet", "presidnet", "acommodation", "recieve", "seperate", "definately", "dont", "youre", "doesnt",
            "theyre",
            "", " ", "x9", "42"})
    void slipsAreUnknown(String slip) {
        assertEquals(Familiarity.UNKNOWN, ENGLISH.familiarity(slip));
    }

    @ParameterizedTest
    @CsvSource({"fr, bibliothèques", "fr, bibliotheques", "fr, gouvernement", "fr, élections", "fr, œuvre",
            "fr, oeuvre",
            "es, elecciones", "es, reforzábamos", "es, niño", "es, nino", "es, afganistán", "pt, eleições",
            "pt, eleicoes",
            "pt, cidadãos", "pt, esporte", "pt, económico", "it, elezioni", "it, città", "it, citta", "it, governo",
            "nl, verkiezingen", "nl, fietsen", "nl, coördinatie", "ru, выборы", "ru, правительства", "ru, ёлка",
            "ru, елка",
            "ru, Москва", "ru, москвы", "de, Straße", "de, strasse", "de, Bücher", "de, bucher", "de, verhandelte",
            "pl, właściwy",
            "pl, wlasciwy", "uk, вибори", "uk, Києва", "uk, міста"})
    void otherLanguagesAreKnownWithAndWithoutAccents(String language, String word) {
        KnownWords words = KnownWords.of(List.of(language));
        assertEquals(Familiarity.WORD, words.familiarity(word));
        assertEquals(Familiarity.WORD, words.familiarity(word.toUpperCase()));
    }

    @ParameterizedTest
    @CsvSource({"fr, gouvernemnet", "es, eleciones", "pt, eleicõse", "it, governno", "nl, verkiezignen",
            "ru, правительсвта",
            "de, Regireung", "de, Strase", "pl, wybroy", "uk, виброи"})
    void slipsOfOtherLanguagesAreUnknown(String language, String word) {
        assertFalse(KnownWords.of(List.of(language)).knows(word));
    }

    @Test
    void aWordIsKnownInItsOwnLanguageOnly() {
        assertEquals(Familiarity.UNKNOWN, ENGLISH.familiarity("verkiezingen"));
        assertEquals(Familiarity.WORD, KnownWords.of(List.of("en", "nl")).familiarity("verkiezingen"));
    }

    @Test
    void aPossessiveIsKnownAsItsOwner() {
        assertEquals(Familiarity.NAME, ENGLISH.familiarity("Oman's"));
        assertEquals(Familiarity.NAME, ENGLISH.familiarity("Oman’s"));
        assertEquals(Familiarity.WORD, ENGLISH.familiarity("wheelchair's"));
    }

    @Test
    void aLanguageWithoutWordsHasTheNames() {
        KnownWords none = KnownWords.of(List.of("xx", "ja"));
        assertEquals(Familiarity.UNKNOWN, none.familiarity("standpoint"));
        assertEquals(Familiarity.NAME, none.familiarity("oman"));
        assertEquals(Familiarity.UNKNOWN, none.familiarity("图书馆"));
    }

    @Test
    void theBeginningOfAWordIsNoWord() {
        assertFalse(ENGLISH.knows("objectionabl"));
        assertFalse(ENGLISH.knows("standpointed"));
        assertFalse(KnownWords.of(List.of("pl")).knows("wybor_"));
        assertFalse(ENGLISH.knows("standpoint".repeat(1_000)));
    }

    @Test
    void theLanguagesAreTheseTen() {
        assertEquals(Set.of("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"), KnownWords.languages());
    }

    @Test
    void countriesAreKnownInTheirLanguages() {
        Stream.of("de Frankreich", "fr Allemagne", "es Alemania", "pt Alemanha", "it Germania", "nl Duitsland",
                "ru Германия",
                "en Germany").map(pair -> pair.split(" ")).forEach(
                        pair -> assertTrue(
                                KnownWords.of(List.of(pair[0])).knows(pair[1]), pair[1]));
    }
}
