package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseVariantsTest {

    @ParameterizedTest
    @CsvSource({"台灣, 台湾", "臺灣, 台湾", "圖書館, 图书馆", "漢語, 汉语", "電腦, 电脑", "經濟, 经济", "選舉, 选举", "總統, 总统",
            "國際關係, 国际关系", "廣東, 广东", "龍, 龙", "體育, 体育", "醫學, 医学", "頭髮, 头发", "發展, 发展", "後天, 后天", "皇后, 皇后",
            "裡面, 里面", "裏面, 里面", "麵包, 面包", "飛機, 飞机", "萬, 万", "東京, 东京", "習近平, 习近平", "馬英九, 马英九", "蔡英文, 蔡英文",
            "中華民國, 中华民国", "衛生, 卫生", "疫情, 疫情", "聯合國, 联合国", "網絡, 网络", "軟體, 软体", "貿易戰, 贸易战", "歐盟, 欧盟", "關稅, 关税"})
    void traditionalBecomesSimplified(String traditional, String simplified) {
        assertEquals(simplified, ChineseVariants.simplified(traditional));
        assertEquals(simplified, ChineseVariants.simplified(simplified));
    }

    @Test
    void textWithoutTraditionalCharactersStaysTheSameObject() {
        for (String text : new String[]{"", "Tide table 2024", "图书馆", "ひらがなカタカナ", "한국어", "😀 𠮷野家"}) {
            assertSame(text, ChineseVariants.simplified(text));
        }
    }

    @Test
    void textBesideStaysAsItWas() {
        assertEquals("RCEP 2024年 台湾 Taiwan ひらがな", ChineseVariants.simplified("RCEP 2024年 台灣 Taiwan ひらがな"));
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char once = ChineseVariants.simplified((char) c);
            assertEquals(once, ChineseVariants.simplified(once), () -> "U+" + Integer.toHexString(once));
        }
    }

    @Test
    void onlyHanCharactersAreFolded() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char folded = ChineseVariants.simplified((char) c);
            if (folded != c) {
                assertEquals(Character.UnicodeScript.HAN, Character.UnicodeScript.of(c));
                assertEquals(Character.UnicodeScript.HAN, Character.UnicodeScript.of(folded));
            }
        }
    }
}
