package broadsheet.post.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveLanguagesTest {

    /** A sentence that leaves no doubt, by its language. */
    private static final Map<String, String> SURE = Map.of("en",
            "The council said that the sea wall would be built by the town and that it had the money for it.", "pt",
            "A câmara disse que o muro será construído no próximo ano e que não custa mais do que o previsto.", "de",
            "Der Rat hat gesagt, dass die Mauer im nächsten Jahr gebaut wird und nicht mehr kostet als geplant.", "zh",
            "市议会表示，海堤将于明年建成，费用不会超过计划。", "ja", "市議会は、防波堤は来年建設され、費用は計画を超えないと述べた。", "uk",
            "Рада сказала, що стіну збудують наступного року і що її ціна не зросте.", "ru",
            "Совет сказал, что стену построят в следующем году и что это будет недорого.", "es",
            "El ayuntamiento dijo que el muro se construirá el próximo año y que no cuesta más de lo previsto.", "fa",
            "شورا گفت که دیوار سال آینده ساخته می‌شود و گران نیست");

    private static ArchiveLanguages archive(String shares) {
        ArchiveLanguages archive = new ArchiveLanguages();
        for (String share : shares.strip().split(" ")) {
            String[] parts = share.split(":");
            String signs = SURE.containsKey(parts[0]) ? LanguageGuess.signs("", SURE.get(parts[0])) : parts[0];
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                archive.add(signs);
            }
        }
        return archive;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en:100            | Ferry sinks off quay.                 | en
            en:100            | Regatta                               | en
            en:100            | Real Madrid, Bayern München           | en
            en:1000           | De La Hoya beats Hopkins in Las Vegas | en
            en:1000           | Rio de Janeiro                        | en
            en:1000           | Rapidinhas                            | en
            en:100            | 12:30                                 | en
            en:100            | 東京                                    | en
            en:1000 pt:1      | Feliz Natal                           | en
            pt:100            | Feliz Natal                           | pt
            pt:100            | Web Standards                         | pt
            pt:100            | Ferry sinks off quay.                 | pt
            pt:60 en:40       | Ferry sinks off the quay.             | en
            pt:40 en:60       | Dicas para a sua página               | pt
            pt:40 es:60       | Dicas para a sua página               | pt
            de:100            | Neue Fähre                            | de
            zh:100            | iPhone 14 Pro                         | zh
            zh:100            | 海堤建成                                  | zh
            ja:100            | 海堤建成                                  | ja
            ja:50 zh:50       | 海堤建成                                  | zh
            zh:60 en:40       | Ferry sinks off quay.                 | en
            zh:100            | The ferry was on the way to the quay. | en
            uk:100            | Паром                                 | uk
            ru:100            | Паром                                 | ru
            ru:95 uk:5        | Паром                                 | ru
            fa:100            | دریا                                  | fa
            gl:100            | Porto                                 | gl
            gl:100            | The ferry was on the way to the quay and it sank. | en
            en:100            | Паром затонув біля причалу            | uk
            en:100            | Το πλοίο                              | el
            """)
    void aShortPostHasTheLikeliestLanguageOfItsArchive(String shares, String text, String language) {
        ArchiveLanguages archive = archive(shares);
        String signs = LanguageGuess.signs(text, "");
        archive.add(signs);
        assertEquals(language, archive.decide().of(signs), signs);
    }

    @ParameterizedTest
    @CsvSource({"en", "pt", "de", "zh", "ja", "uk", "ru", "es", "fa"})
    void aPostThatLeavesNoDoubtKeepsItsLanguageInAnyArchive(String language) {
        for (String main : SURE.keySet()) {
            ArchiveLanguages archive = archive(main + ":5000");
            String signs = LanguageGuess.signs("", SURE.get(language));
            archive.add(signs);
            assertEquals(language, archive.decide().of(signs), "among posts in " + main + ": " + signs);
        }
    }

    @Test
    void anArchiveOfShortPostsAloneIsInTheLanguageThatAllSayTogether() {
        ArchiveLanguages archive = new ArchiveLanguages();
        List<String> posts = List.of("Ferry sinks off quay.", "Harbour", "Town hall", "Fishing boats", "Lighthouse");
        posts.forEach(post -> archive.add(LanguageGuess.signs(post, "")));
        ArchiveLanguages.Decision decision = archive.decide();
        posts.forEach(post -> assertEquals("en", decision.of(LanguageGuess.signs(post, "")), post));
    }

    @Test
    void anArchiveThatSaysNothingHasNoLanguage() {
        ArchiveLanguages archive = new ArchiveLanguages();
        archive.add("");
        assertEquals("und", archive.decide().of(""));
        assertEquals("und", new ArchiveLanguages().decide().of(""));
    }

    @Test
    void theOrderOfThePostsDecidesNothing() {
        List<String> texts = new java.util.ArrayList<>(SURE.values());
        texts.addAll(List.of("Ferry", "Regatta", "Natal", "Muro", "Paro", "海", "La", ""));
        ArchiveLanguages first = new ArchiveLanguages();
        texts.forEach(text -> first.add(LanguageGuess.signs(text, "")));
        Collections.reverse(texts);
        ArchiveLanguages second = new ArchiveLanguages();
        texts.forEach(text -> second.add(LanguageGuess.signs(text, "")));
        for (String text : texts) {
            String signs = LanguageGuess.signs(text, "");
            assertEquals(first.decide().of(signs), second.decide().of(signs), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "pt es13 ro40 /80", "zh ja8 /8", "und", "en no27 /34"})
    void signsReadAsTheyWereWritten(String text) {
        assertEquals(text, LanguageSigns.of(text).toString());
    }
}
