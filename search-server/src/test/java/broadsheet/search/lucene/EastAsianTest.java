package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chinese, Japanese and Korean: typed without spaces, found by any run of characters. */
class EastAsianTest {

    @TempDir
    private Path folder;

    @Test
    void fourCharactersFindTheirPostFirstQuotedOrNot() throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("zh", "wall", "海堤工程开工", "河口海堤工程将于明年春天完工，造价三百万元。"),
                post("zh", "ferry", "渡轮停航", "渡轮公司宣布，因海上大风，今天全部班次取消。"),
                post("zh", "school", "学校新楼", "学校的工程已经开始，明年秋天开学。")))) {
            assertEquals(List.of("wall"), archive.ids("\"海堤工程\""));
            assertEquals(List.of("wall"), archive.ids("\"程将于明\""));
            assertEquals("wall", archive.ids("海堤工程").get(0));
            assertEquals(List.of("ferry"), archive.ids("全部班次"));
            assertEquals(0, archive.ask("\"工程海堤\"").total());
            assertEquals("school", archive.ids("学校 工程").get(0));
        }
    }

    @Test
    void charactersAmongLatinWordsAndNumbersAreFound() throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("zh", "phone", "", "小米公司8月16日发布新款手机Xiaomi 14，售价3999元。"),
                post("zh", "other", "", "公司表示手机业务增长。")))) {
            assertEquals(List.of("phone"), archive.ids("\"8月16日\""));
            assertEquals(List.of("phone", "other"), archive.ids("Xiaomi手机 发布"), "the other has a part");
            assertEquals(List.of("phone"), archive.ids("3999元"));
        }
    }

    @Test
    void japaneseIsFoundInAllItsScripts() throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("ja", "ferry", "フェリー欠航", "強風のため、島へのフェリーは今日すべて欠航した。"),
                post("ja", "wall", "防波堤の工事", "市は防波堤の工事を来年の春に始めると発表した。")))) {
            assertEquals(List.of("ferry"), archive.ids("フェリー"));
            assertEquals(List.of("wall"), archive.ids("防波堤"));
            assertEquals(List.of("wall"), archive.ids("\"工事を来年\""));
            assertEquals(List.of("ferry"), archive.ids("すべて欠航"));
        }
    }

    @Test
    void koreanWordsAreFoundWithoutTheirParticles() throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("ko", "ferry", "여객선 결항", "강한 바람 때문에 섬으로 가는 여객선이 오늘 모두 결항했다."),
                post("ko", "wall", "방파제 공사", "시청은 내년 봄에 방파제를 새로 짓는다고 발표했다.")))) {
            assertEquals(List.of("ferry"), archive.ids("여객선"));
            assertEquals(List.of("wall"), archive.ids("방파제 시청"));
            assertEquals(List.of("wall"), archive.ids("\"방파제를 새로\""));
        }
    }

    private static Post post(String lang, String id, String title, String body) {
        return Post.builder(id).title(title).body(body).lang(lang).date(Instant.parse("2024-05-01T09:00:00Z")).build();
    }
}
