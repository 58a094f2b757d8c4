package broadsheet.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two hundred posts of a newspaper that does not exist, made from word lists, the same on every machine: front matter
 * in the many styles that people write it in, and bodies of Markdown with the text that a reader sees.
 */
public final class SamplePosts {

    private static final int COUNT = 200;

    private static final List<String> SUBJECTS = List.of("The harbour", "A storm", "The council", "The ferry",
            "Nobody", "The old mill", "Café Möwe", "The lighthouse", "Our choir", "The night train", "Kraków's bakery",
            "The tide gauge", "東京支局", "The school board");
    private static final List<String> VERBS = List.of("opens again", "waits for spring", "loses its roof",
            "votes on the wall", "sails at nine", "counts 1,200 gulls", "wins the cup", "runs late", "asks for more",
            "is sold");
    private static final List<String> NAMES = List.of("Ida Hartnell", "Bo Lund", "Zoë Ådal", "Kim O'Neill",
            "M. de la Cruz", "Ren Aoki");
    private static final List<String> TAGS = List.of("sea", "the wall", "ferry", "co-op", "2024", "R&D", "café",
            "C++", "local news");
    private static final List<String> DATES = List.of("2024-03-01", "2024-03-01 10:00:00 +0100", "2024-3-1",
            "2024-03-01T10:00:00Z", "\"March 1, 2024\"", "2024-03-01 10:00");

    /**
     * One of them.
     *
     * @param yaml what stands between the fences
     * @param body Markdown
     * @param text what a reader sees of the body, paragraphs apart by an empty line
     */
    public record Sample(int number, String yaml, String body, String text) {}

    private SamplePosts() {}

    public static List<Sample> all() {
        return IntStream.range(0, COUNT).mapToObj(number -> new Maker(number).sample(number)).toList();
    }

    /** Makes one post; the number is the seed. */
    private static final class Maker {

        private final Random random;
        /** Half of the posts have none of the styles that YAML has beyond a key and a value on a line. */
        private final boolean plain;
        private final StringBuilder body = new StringBuilder();
        private final List<String> paragraphs = new ArrayList<>();

        private Maker(int seed) {
            this.random = new Random(seed * 7919L);
            this.plain = seed % 2 == 0;
        }

        private Sample sample(int number) {
            List<String> entries = new ArrayList<>(List.of(title(), "date: " + pick(DATES), authors(), tags(), other(),
                    other(), excerpt(), image()));
            Collections.shuffle(entries, random);
            String yaml = String.join("\n", entries.subList(0, 2 + random.nextInt(entries.size() - 1))) + "\n";
            int blocks = 2 + random.nextInt(8);
            for (int i = 0; i < blocks; i++) {
                block();
            }
            return new Sample(number, yaml, body.toString(), String.join("\n\n", paragraphs));
        }

        private String pick(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }

        /** One of {@code all} styles, of which the first {@code plainOnes} are plain. */
        private int style(int plainOnes, int all) {
            return random.nextInt(plain ? plainOnes : all);
        }

        private String sentence() {
            return pick(SUBJECTS) + " " + pick(VERBS);
        }

        private String title() {
            String text = sentence();
            return switch (style(6, 8)) {
                case 0 -> "title: \"" + text + "\"";
                case 1 -> "title: '" + text.replace("'", "''") + "'";
                case 2 -> "title: \"" + text + ": a report\"";
                case 3 -> "title:   " + text + "  ";
                case 4 -> "Title: " + text + " (again) - and why?";
                case 5 -> "title: " + text;
                case 6 -> "title: " + text + " # for now";
                default -> "title: \"" + text + " \\\"at last\\\"\"";
            };
        }

        private String authors() {
            return switch (style(4, 6)) {
                case 0 -> "authors: [" + pick(NAMES) + ", \"" + pick(NAMES) + "\"]";
                case 1 -> "authors:\n- " + pick(NAMES) + "\n- " + pick(NAMES);
                case 2 -> "authors:\n  - " + pick(NAMES) + "\n\n  - " + pick(NAMES);
                case 3 -> "author: " + pick(NAMES);
                case 4 -> "author:\n  name: " + pick(NAMES) + "\n  desk: sea";
                default -> "authors:\n  - name: " + pick(NAMES);
            };
        }

        private String tags() {
            return switch (style(5, 6)) {
                case 0 -> "tags: " + pick(TAGS);
                case 1 -> "tags: []";
                case 2 -> "tags:\n    - " + pick(TAGS) + "\n    - '" + pick(TAGS) + "'";
                case 3 -> "tags: [ " + pick(TAGS) + " , '" + pick(TAGS) + "' ]";
                case 4 -> "tags: [" + pick(TAGS) + ", " + pick(TAGS) + "]";
                default -> "tags:\n  - " + pick(TAGS) + "\n  # of the desk\n  - " + pick(TAGS);
            };
        }

        private String excerpt() {
            return switch (style(2, 5)) {
                case 0 -> "excerpt: it's so; " + sentence() + ", they say.";
                case 1 -> "excerpt: \"" + sentence() + ".\"";
                case 2 -> "excerpt: >\n  " + sentence() + ",\n  " + sentence() + ".";
                case 3 -> "excerpt: |\n  " + sentence() + ".\n\n  " + sentence() + ".";
                default -> "excerpt: " + sentence() + ",\n  " + sentence();
            };
        }

        private String image() {
            return switch (style(2, 4)) {
                case 0 -> "image: /a/quay-" + random.nextInt(100) + ".jpg";
                case 1 -> "image: https://news.example/a_b/quay.jpg?w=3";
                case 2 -> "image: {path: /a/quay.jpg, alt: The quay}";
                default -> "image:\n  path: /a/quay.jpg";
            };
        }

        private String other() {
            return switch (style(8, 12)) {
                case 0 -> "layout: post";
                case 1 -> "draft: false";
                case 2 -> "price: 12 €";
                case 3 -> "# a note of the desk: keep";
                case 4 -> "subtitle:";
                case 5 -> "";
                case 6 -> "permalink: /:year/:title/";
                case 7 -> "toc: ~";
                case 8 -> "weight: -" + random.nextInt(9);
                case 9 -> "og-type_2: article";
                case 10 -> "home: &desk sea\nwork: *desk";
                default -> "mood: \uD83D\uDE00 fine";
            };
        }

        private void block() {
            switch (random.nextInt(11)) {
                case 0 -> add("## " + sentence() + "\n");
                case 1 -> items("- ");
                case 2 -> items("1. ");
                case 3 -> quote();
                case 4 -> code();
                case 5 -> table();
                case 6 -> html();
                case 7 -> body.append("{% include quay.html %}\n\n");
                default -> paragraph();
            }
        }

        /** A block that reads as it is written, its mark left out. */
        private void add(String markdown) {
            paragraphs.add(markdown.strip().replaceFirst("^#+ ", ""));
            body.append(markdown).append('\n');
        }

        private void paragraph() {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(5);
            for (int i = 0; i < pieces; i++) {
                String between = i == 0 ? "" : i % 2 == 0 ? ",\n" : ", ";
                body.append(between);
                text.append(between.replace('\n', ' '));
                piece(text);
            }
            body.append(".\n\n");
            paragraphs.add(text.append('.').toString());
        }

        private void piece(StringBuilder text) {
            String words = sentence();
            text.append(words);
            body.append(switch (random.nextInt(8)) {
                case 0 -> "*" + words + "*";
                case 1 -> "**" + words + "**";
                case 2 -> "[" + words + "](/a_b/" + random.nextInt(10) + " \"more\")";
                case 3 -> "_" + words + "_";
                case 4 -> "<b>" + words + "</b>";
                case 5 -> "[" + words + "][the desk's list]";
                default -> words;
            });
        }

        private void items(String mark) {
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String words = sentence();
                body.append(mark).append(random.nextInt(3) == 0 ? "**" + words + "**" : words).append('\n');
                paragraphs.add(words);
            }
            // A heading ends the list, so that the next block is none of its items.
            body.append('\n');
            add("### " + sentence() + "\n");
        }

        private void quote() {
            String words = sentence();
            body.append("> ").append(words).append("\n> and more\n\n");
            paragraphs.add(words + " and more");
        }

        private void code() {
            body.append("```\nint x = *y* + {{ z }};\n  return;\n```\n\n");
            paragraphs.add("int x = *y* + {{ z }};\n  return;");
        }

        private void table() {
            String name = pick(NAMES);
            body.append("| Name | Gulls |\n|---|---|\n| ").append(name).append(" | 7 |\n\n");
            paragraphs.add("Name Gulls");
            paragraphs.add(name + " 7");
        }

        private void html() {
            String words = sentence();
            body.append("<div class=\"box\">\n").append(words).append(" &amp; so on\n</div>\n\n");
            paragraphs.add(words + " & so on");
        }
    }
}
