package broadsheet.post.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The council said that the sea wall would be built next year and that it had the money for it.
            de | Der Rat hat gesagt, dass die Mauer im nächsten Jahr gebaut wird und nicht mehr kostet als geplant.
            fr | Le conseil a dit que le mur serait construit dans un an et que les travaux ne sont pas chers.
            es | El ayuntamiento dijo que el muro se construirá el próximo año y que no cuesta más de lo previsto.
            it | Il comune ha detto che il muro sarà costruito entro un anno e che non costa più del previsto.
            pt | A câmara disse que o muro será construído no próximo ano e que não custa mais do que o previsto.
            nl | De gemeente zei dat de muur volgend jaar wordt gebouwd en dat het niet meer kost dan het plan.
            sv | Kommunen sade att muren ska byggas nästa år och att den inte kostar mer än vad som var planerat.
            da | Kommunen sagde, at muren skal bygges næste år, og at den ikke bliver dyrere af det, efter hvad de ved.
            no | Kommunen sa at muren skal bygges neste år, og at den ikke blir mye dyrere etter det de vet nå, bare bedre.
            fi | Kaupunki sanoi, että muuri rakennetaan ensi vuonna ja että se ei maksa enempää kuin on luvattu.
            pl | Rada powiedziała, że mur będzie zbudowany za rok i że nie jest droższy niż to, co było w planie.
            cs | Rada řekla, že zeď bude postavena příští rok a že to není dražší, než jak bylo v plánu pro město.
            ro | Consiliul a spus că zidul va fi construit la anul și că nu este mai scump decât în plan.
            tr | Belediye duvarın gelecek yıl yapılacak olduğu ve bunun çok pahalı olmadığı için bir plan dedi.
            hu | A tanács azt mondta, hogy a fal jövőre elkészül, és hogy ez nem drágább, mint ami volt.
            id | Dewan mengatakan bahwa tembok itu akan dibangun tahun depan dan tidak lebih mahal dari rencana ini.
            ru | Совет сказал, что стену построят в следующем году и что это будет недорого.
            uk | Рада сказала, що стіну збудують наступного року і що її ціна не зросте.
            bg | Съветът каза, че стената ще бъде построена догодина и че няма да е скъпа.
            sr | Савет је рекао да ће зид бити изграђен следеће године и да љубитељи града немају бриге.
            el | Το συμβούλιο είπε ότι το τείχος θα χτιστεί του χρόνου.
            ar | قال المجلس إن الجدار سيبنى في العام المقبل
            fa | شورا گفت که دیوار سال آینده ساخته می‌شود و گران نیست
            he | המועצה אמרה שהחומה תיבנה בשנה הבאה
            hi | परिषद ने कहा कि दीवार अगले साल बनेगी
            th | สภากล่าวว่ากำแพงจะสร้างในปีหน้า
            zh | 市议会表示，海堤将于明年建成，费用不会超过计划。
            ja | 市議会は、防波堤は来年建設され、費用は計画を超えないと述べた。
            ko | 시의회는 방벽이 내년에 건설될 것이라고 말했다.
            zh | Bitcoin Core 28.1 发布了一个新的维护版本，修复了若干钱包问题。
            """)
    void aSentenceTellsItsLanguage(String language, String sentence) {
        assertEquals(language, LanguageGuess.of(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12:30", "Berlin", "John Smith, Peter Jones, Mary Miller",
            "xyzzy plugh frotz quux", "東"})
    void shortOrUnclearTextHasNone(String text) {
        assertEquals("und", LanguageGuess.of(text));
    }

    @Test
    void onlyTheBeginningIsLookedAt() {
        assertEquals("en",
                LanguageGuess.of("This is what the paper said about it in the morning. ".repeat(60) + "и что это "
                        .repeat(100_000)));
    }
}
