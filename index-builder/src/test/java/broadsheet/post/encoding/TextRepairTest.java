package broadsheet.post.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {

    @ParameterizedTest
    @ValueSource(strings = {"en: “It’s £5m” – a naïve café’s rôle…", "fr: « Il est né » et « l’été… » à « Évry »",
            "fr: MAIRIE DE L’É\u00A0: « le café\u00A0», « là-bas…\u00A0» — l’été”",
            "fr: retorno é\u00A0\u00A0-1, À\u00A0la",
            "pt: MANHÃ, MANHÃ”, NÃO, “vamos lá…” – AMANHÃ\u00A0», Ã", "es: «¿Dónde está…?» ¡AÑO NUEVO! ÁRBOL",
            "de: „Größe“, „Ärger“, MASSE Ä“ und ß", "sv: 3 Å… är inte mycket, Å“ och ÅÄÖ", "da: Ø” er en ø, Æ”, Å»",
            "no: «Ærlig talt», Ø\u00A0og Å", "is: Þetta er ð…” og æ", "fi: ÄÄNI, Ö” ja ä…",
            "it: perché… “città” È\u00A0vero, PERCHÉ”", "nl: één, geïnd, coëfficiënt, É”", "pl: ZAŻÓŁĆ „GĘŚLĄ JAŹŃ”",
            "cs: PŘÍLIŠ ŽLUŤOUČKÝ „kůň“ Š”", "sk: ĽÚBIŤ „Ž“ Š™", "hu: ÁRVÍZTŰRŐ „É” tükörfúrógép",
            "ro: „Știri” ÎN ȚARĂ, Â”",
            "tr: İSTANBUL’DA “ÇŞĞ” Ü…", "hr: ČĆŽŠĐ „Š“ – Ž”", "et: ÕÄÖÜ „Õ” Š", "lv: ĀĒĪŪ „Š” Ž", "lt: ĄČĘĖĮŠŲŪŽ „Š“",
            "vi: “Đà Nẵng”… Â” ế ồ á…", "el: «Ελλάδα»… “ώ”", "ru: «Ёлка» – “э”…", "uk: «Їжак» – “ґ”", "ja: 「東京」…",
            "zh: “北京”…",
            "ko: ‘서울’…", "ar: «القاهرة»…", "he: “תל אביב”…", "hi: “दिल्ली”…", "maths: x² ± ½ · Â² Ø•Ø 5 Å³",
            "sets: •Ø• and Ä“ 3 Å…",
            "ca: l·l «À\u00A0» Ç” ÏÏ", "cy: tŷ, ŵ “Â”", "cs: Ty víš… že to máš… i „víš“ a též\u00A0ví.",
            "sk: vieš, máš” a kráž»",
            "en: Nestlé¹² and a café³¹ closed", "es: Me quedé…¿qué hago? Ahí—¡no!",
            "de: Viel Spaß… und einen lieben Gruß…",
            "sv: MALMÖ–LULEÅ–KIRUNA", "fr: estimé\u00A0£5 ou touché\u00A0€5",
            "en: Cut a 2×½ inch board and a 4×¾ inch board.", "sq: ËSHTË “Ë” Ç…"})
    void correctTextIsNeverTouched(String text) {
        assertSame(text, TextRepair.repair(text).text());
        assertEquals(0, TextRepair.certainRuns(text));
    }

    @Test
    void threeCharactersAreRepairedBesideCorrectOnes() {
        assertEquals(new Repaired("“Here’s” news", 1, 3, 5), TextRepair.repair("“Hereâ€™s” news"));
    }

    @Test
    void emojiAndLatin1KindsAreRepaired() {
        assertEquals("é 😀 ok", TextRepair.repair("é ðŸ˜€ ok").text());
        assertEquals("É 2007–2008", TextRepair.repair("É 2007â\u0080\u00932008").text());
        assertEquals("É ”", TextRepair.repair("É â€\u009d").text());
    }

    @Test
    void certainPairsAreRepairedAnywhere() {
        assertEquals(new Repaired("Éva: introdução, £5, 20°", 4, 8, 12),
                TextRepair.repair("Éva: introduÃ§Ã£o, Â£5, 20Â°"));
    }

    @Test
    void weakPairsNeedAConsistentText() {
        assertEquals("Žluť", TextRepair.repair("Å½luÅ¥").text());
        assertSame("Å½", TextRepair.repair("Å½").text());
        String mixed = "Å½luÅ¥ – č";
        assertSame(mixed, TextRepair.repair(mixed).text());
    }

    @Test
    void wreckedChineseAndVietnameseAreRestored() {
        assertEquals("北京新闻频道", TextRepair.repair(wreck("北京新闻频道")).text());
        assertEquals("é 北京頻道", TextRepair.repair("é " + wreck("北京頻道")).text());
        assertEquals("Đ Việt ồ", TextRepair.repair("Đ Vi" + wreck("ệ") + "t " + wreck("ồ")).text());
    }

    @Test
    void textWreckedTwiceIsRepairedTwice() {
        assertEquals("Here’s £5", TextRepair.repair(wreck(wreck("Here’s £5"))).text());
        assertEquals(0, TextRepair.certainRuns(TextRepair.repair(wreck(wreck("It’s – “so”"))).text()));
    }

    @Test
    void repairedTextHoldsNoCertainRun() {
        assertEquals(2, TextRepair.certainRuns("Hereâ€™s Ã©"));
        assertEquals(0, TextRepair.certainRuns(TextRepair.repair("Hereâ€™s Ã©").text()));
    }

    private static String wreck(String text) {
        return Windows1252.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
