package broadsheet.search.opensearch.render;

import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A newspaper made of one seed: posts of several languages whose words, names and dates occur as unevenly as in a real one. */
final class Newspaper {

    private static final Instant NEWEST = Instant.parse("2024-06-30T12:00:00Z");

    private static final String[] ENGLISH = """
            the of and to in a is for on that by with was at from it as are be has council harbour wall ferry storm \
            strike election mayor police water budget school hospital tram station minister prime report fire road \
            bridge market price wage union worker company bank court judge trial flood defence river rain wind coast \
            harbours elected electing elections walls storms banks flooded flooding schools teacher children museum \
            theatre concert football match player season coach goal stadium train railway airport flight pilot engine \
            study science climate energy coal gas oil nuclear power plant grid solar labour labor colour color centre \
            center organisation organization email e-mail covid-19 F-16 U.S. US us WHO who C++ AT&T £5m O'Neill café \
            coffee wing-body website web site John Anna Smith Hartnell Moreau London Paris Berlin Kyiv Ukraine city \
            politics sport culture news town village island lighthouse ship captain crew port cargo grain wheat bread \
            baker butcher farmer cattle milk cheese factory steel car cars automobile motor electric battery charger \
            phone computer software network security hacker data privacy law parliament senate vote voter party leader \
            crisis peace war treaty border army general soldier refugee camp aid doctor nurse patient vaccine virus \
            disease heart attack cancer drug trialled 10,000 2024 10:30 première déjà""".split("\\s+");
    private static final String[] GERMAN = """
            der die das und in den von zu mit auf für ist im nicht ein eine als auch es an Hafen Mauer Streik Wahl \
            Bürgermeister Polizei Wasser Haushalt Schule Krankenhaus Straßenbahn Bahnhof Minister Bericht Feuer Straße \
            Brücke Markt Preis Lohn Gewerkschaft Arbeiter Häuser Haus Hauses Kanzler Kanzlers Berlin London E-Mail EU \
            Regierung Parlament Stimme Partei Krise Frieden Krieg Grenze Sport Kultur Politik Rathaus Stadtrat""".split(
            "\\s+");
    private static final String[] FRENCH = """
            le la les de des du et à un une en que est pour dans qui sur pas au par avec port mur grève élection maire \
            police eau budget école hôpital gare ministre rapport feu route pont marché prix salaire syndicat ouvrier \
            gouvernement parlement voix parti crise paix guerre frontière sport culture politique Paris Londres"""
            .split(
                    "\\s+");
    private static final String[] CHINESE = {"香港電車罷工結束", "工會與電車公司談判", "新的防波堤将于明年完工", "台灣選舉", "北京天气", "市長談預算",
            "海堤倒塌", "學校關閉", "經濟危機", "和平條約"};
    private static final String[] JAPANESE = {"東京タワーで火災", "けが人はいない", "選挙の結果", "市長が辞任", "電車が止まる", "平成の終わり", "経済の危機",
            "学校を閉鎖"};
    private static final String[] NAMES = {"Anna Hartnell", "John Smith", "Jean-Luc Moreau", "Li Wei", "Ben O'Neill",
            "News Desk"};
    private static final String[] SECTIONS = {"Politics", "Sport", "City", "Culture", "World News"};
    private static final String[] TAGS = {"London", "Sea front", "Climate", "Election 2024", "Ukraine", "food",
            "Kyiv war"};

    /** Of few posts each, so that not every shard has them. */
    private static final String[] RARE = {"wallpaper", "strident", "electorate", "harbourmaster", "stormproof",
            "ferrying"};

    private final Random random;

    Newspaper(long seed) {
        this.random = new Random(seed);
    }

    List<Post> posts(int count) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(post(i));
        }
        return posts;
    }

    private Post post(int number) {
        String lang = switch (random.nextInt(10)) {
            case 0 -> "de";
            case 1 -> "fr";
            case 2 -> "zh";
            case 3 -> "ja";
            default -> "en";
        };
        String head = random.nextInt(6) == 0 ? word(lang) + ": " : "";
        PostBuilder post = Post.builder(String.format("news/%04d.md", number)).lang(lang)
                .title(head + words(lang, 2 + random.nextInt(6))).body(body(lang));
        if (random.nextInt(3) == 0) {
            post.excerpt(sentence(lang));
        }
        if (random.nextInt(15) > 0) {
            post.date(NEWEST.minus(random.nextInt(2_000), ChronoUnit.DAYS).minusSeconds(random.nextInt(80_000)));
        }
        if (random.nextInt(40) == 0) {
            post.visibleFrom(NEWEST.plus(9_000, ChronoUnit.DAYS));
        }
        if (words(post) < 12) {
            // More names than fit on its words would be mixed up; the list of differences says so.
            return post.tags(List.of(TAGS[random.nextInt(TAGS.length)])).build();
        }
        return post.authors(some(NAMES, 2)).categories(some(SECTIONS, 2)).tags(some(TAGS, 3)).build();
    }

    private static int words(PostBuilder post) {
        Post made = post.build();
        return (made.title() + " " + made.excerpt() + " " + made.body()).split("\\s+|、").length;
    }

    private List<String> some(String[] of, int most) {
        List<String> some = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            String one = of[random.nextInt(of.length)];
            if (!some.contains(one)) {
                some.add(one);
            }
        }
        return some;
    }

    private String body(String lang) {
        StringBuilder body = new StringBuilder();
        int paragraphs = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(5);
        for (int p = 0; p < paragraphs; p++) {
            int sentences = 1 + random.nextInt(5);
            for (int s = 0; s < sentences; s++) {
                body.append(sentence(lang)).append(' ');
            }
            body.append("\n\n");
        }
        return body.toString();
    }

    private String sentence(String lang) {
        String text = words(lang, 3 + random.nextInt(14));
        if (lang.equals("en") && random.nextInt(200) == 0) {
            text += " " + RARE[random.nextInt(RARE.length)];
        }
        boolean runs = lang.equals("zh") || lang.equals("ja");
        return runs ? text + "。" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String words(String lang, int count) {
        boolean runs = lang.equals("zh") || lang.equals("ja");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < (runs ? 1 + count / 4 : count); i++) {
            words.add(word(lang));
        }
        return String.join(runs ? "、" : " ", words);
    }

    /** The first words of a list are the commonest. */
    private String word(String lang) {
        String[] from = switch (lang) {
            case "de" -> GERMAN;
            case "fr" -> FRENCH;
            case "zh" -> CHINESE;
            case "ja" -> JAPANESE;
            default -> ENGLISH;
        };
        double skewed = Math.pow(random.nextDouble(), 1.7);
        return from[(int) (skewed * from.length)];
    }
}
