package broadsheet.search.lucene.translate;

import static broadsheet.search.lucene.IndexOfPosts.post;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small indexes of one language each, and one of two languages, on which queries are translated. */
final class Newsrooms implements AutoCloseable {

    private static final List<Post> ENGLISH = List.of(
            post("tram", "en", "Harbour tram strike ends", """
                    The harbour tram ran again on Monday. Unions and the council had talked all night.

                    The US ferry company and the WHO said nothing. Elections follow: the elected mayor and every \
                    elector wait.""").authors(List.of("Ann Lee")).categories(List.of("City")).build(),
            post("grain", "en", "Ukraine: grain ships leave", """
                    Grain ships left the port. A wing-body study of the F-16 cost £5m and was written in C++ by AT&T. \
                    The World Health Organization (WHO) read it, the EU did not.""").build(),
            post("cafe", "en", "Café at the lighthouse", """
                    The café sells electric lamps. A woman owns it, five women work there. Who waits for us? Ukraine \
                    lies far away.""").excerpt("A café opens.").tags(List.of("Food")).build());

    private static final Map<String, List<Post>> POSTS = Map.of(
            "en", ENGLISH,
            "de", List.of(
                    post("wahl", "de", "Wahlen in Österreich", """
                            Der Kanzler sprach. Die Häuser des Kanzlers standen leer, und die Straßen waren still.""")
                            .build(),
                    post("haus", "de", "Ein Haus am Hafen", "Das Haus ist alt. Die EU zahlt die Sanierung.").build()),
            "pt", List.of(
                    post("eleicao", "pt", "Eleições no Brasil", """
                            As eleições são hoje. O presidente não falou. Os alemães visitaram o avô e a avó.""")
                            .build()),
            "zh", List.of(
                    post("gang", "zh", "香港電車罷工結束", "香港電車星期一恢復行駛。工會與電車公司談判。").build()),
            "ja", List.of(
                    post("tokyo", "ja", "東京タワーで火災", "東京タワーで火災があった。けが人はいない。").build()),
            "ar", List.of(
                    post("qahira", "ar", "انتخابات في القاهرة", "جرت الانتخابات في القاهرة. وقال الرئيس كلمة.")
                            .build()),
            "ru", List.of(
                    post("vybory", "ru", "Выборы в Киеве", "Ёлка стоит в Киеве. Президент и США говорили о выборах.")
                            .build()),
            "xx", List.of(
                    post("und", "und", "Harbour news", "Trams of the harbour. Café O'Neill. The EU pays.").build()),
            "mixed", List.of(ENGLISH.get(0), ENGLISH.get(1),
                    post("haus", "de", "Ein Haus am Hafen", "Das Haus ist alt. Die Tram fährt.").build()));

    private final Path folder;
    private final Map<String, IndexOfPosts> open = new HashMap<>();

    Newsrooms(Path folder) {
        this.folder = folder;
    }

    /** @param key a language code, or {@code mixed} */
    IndexOfPosts of(String key) throws IOException {
        IndexOfPosts index = open.get(key);
        if (index == null) {
            index = IndexOfPosts.of(folder.resolve(key), POSTS.get(key));
            open.put(key, index);
        }
        return index;
    }

    @Override
    public void close() {
        open.values().forEach(IndexOfPosts::close);
    }
}
