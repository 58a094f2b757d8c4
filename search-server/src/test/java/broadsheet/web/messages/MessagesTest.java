package broadsheet.web.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static Messages in(String language) {
        return Messages.in(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({"en,0,0 posts", "en,1,1 post", "en,12034,'12,034 posts'", "de,1,1 Beitrag", "de,12034,12.034 Beiträge",
            "fr,0,0 article", "fr,2,2 articles", "uk,1,1 допис", "uk,3,3 дописи", "uk,5,5 дописів", "uk,11,11 дописів",
            "uk,21,21 допис", "uk,112,112 дописів", "ar,1,مقال واحد", "ar,2,مقالان", "ar,7,7 مقالات", "ar,11,11 مقالًا",
            "ar,100,100 مقال", "pt,1,1 post"})
    void countsTakeTheFormOfTheirLanguage(String language, long count, String expected) {
        assertEquals(expected, in(language).counted("posts", count));
    }

    @Test
    void aTimeOfDayIsSaidOnlyWhereThereIsOne() {
        assertEquals("1 March 2024", in("en").date(Instant.parse("2024-03-01T00:00:00Z"), UTC));
        assertEquals("1 March 2024, 09:05 UTC", in("en").date(Instant.parse("2024-03-01T09:05:00Z"), UTC));
        assertEquals("1. März 2024", in("de").date(Instant.parse("2024-03-01T00:00:00Z"), UTC));
        assertEquals("March 1, 2024", in("en-US").date(Instant.parse("2024-03-01T00:00:00Z"), UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "uk", "ar"})
    void everyLanguageHasEveryMessage(String language) throws Exception {
        Set<String> names = names("_" + language);
        names.removeIf(name -> name.startsWith("note."));
        Set<String> english = names("");
        english.removeIf(name -> name.startsWith("note."));
        assertEquals(english, names);
        assertEquals(names("_de"), names("_" + language));
    }

    @ParameterizedTest
    @CsvSource({"'de-AT,de;q=0.9,en;q=0.1',de", "'fr;q=0.3,uk;q=0.8',uk", "pt-BR,en", "'',en", "';;;',en", "*,en"})
    void theReadersLanguageIsTheFirstThatThePageSpeaks(String header, String expected) {
        assertEquals(Locale.forLanguageTag(expected), Languages.best(header, Locale.ENGLISH));
    }

    @Test
    void arabicRunsFromRightToLeft() {
        assertEquals("rtl", in("ar").direction());
        assertEquals("ltr", in("uk").direction());
    }

    /** The names of the messages, without the plural forms, which differ from language to language. */
    private static Set<String> names(String suffix) throws Exception {
        Properties messages = new Properties();
        try (var file = MessagesTest.class.getResourceAsStream("messages" + suffix + ".properties")) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        Set<String> names = new TreeSet<>();
        for (String name : messages.stringPropertyNames()) {
            assertTrue(!messages.getProperty(name).isBlank(), name);
            names.add(name.replaceFirst("\\.(zero|one|two|few|many|other)$", ""));
        }
        return names;
    }
}
