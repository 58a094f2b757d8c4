package broadsheet.web.page;

import broadsheet.query.Note;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Copy;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.SearchResponse.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers of an invented harbour town's newspaper, for tests of the page alone. */
final class SampleAnswers {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final IndexInfo INDEX = new IndexInfo(7, Instant.parse("2026-11-23T02:36:00Z"), 12_034);
    private static final String[][] STORIES = {
            {"Sea wall to cost £5m more, council told", "environment", "Ada Quill",
                    "The sea wall at Marram Point will cost five million pounds more than planned. Engineers blame soft clay."},
            {"Harbour pilots vote to end their strike", "business", "Tom Reyes, Ines Oduya",
                    "After nine days at anchor, twelve ships were led in on the morning tide behind the old sea wall."},
            {"The night the tide came over the wall", "features", "Ada Quill",
                    "Forty years on, the people of Lantern Row still keep sandbags by the door and a boat in the shed."},
            {"Ferry timetable cut again as the dredger stays in dock", "transport", "",
                    "Sailings at low water are off until the spring. The wall works block the slip for at least six weeks."},
            {"Letters: who pays for the wall?", "opinion", "Our readers",
                    "Sir, your paper says that a wall is cheaper than a flood. My late father said so in the year of the first one."},
            {"Чому море забирає наш берег", "environment", "Олена Лях",
                    "Щороку хвилі забирають два метри берега. Науковці радять будувати морську стіну з місцевого каменю."},
            {"جدار البحر الجديد يحمي الميناء القديم", "world", "سمير حداد",
                    "قال المهندسون إن جدار البحر سيصمد أمام العواصف مئة عام على الأقل."},
            {"Fulmars return to nest in the breakwater", "nature", "Ines Oduya",
                    "Eleven pairs have settled between the granite blocks. Wardens ask walkers to keep dogs on a lead."},
            {"Budget at a glance: schools, roads and one very long wall", "politics", "Tom Reyes",
                    "The sea wall takes a fifth of all capital spending. Road repairs are put off for a second year."},
            {"Plasterer’s sea shanty tops the county chart", "culture", "",
                    "“Hold the Wall” was sung first at a wake and then at a wedding, and now in every pub from here to Saltby."}};

    private SampleAnswers() {}

    /** 214 posts about a sea wall, with everything that a page can show. */
    static SearchResponse full(SearchRequest request) {
        List<Hit> hits = IntStream.range(0, STORIES.length).mapToObj(SampleAnswers::hit).toList();
        List<Note> notes = request.text().contains("“") || request.text().contains("\"")
                ? List.of(new Note("unclosed-quote", "The quote was not closed; it was read as \"sea wall\"."))
                : List.of();
        String read = notes.isEmpty() ? request.text() : "flood \"sea wall\"";
        return SearchResponse
                .nothing(new SearchResponse.Query(request.text(), read, notes, false, Optional.empty()), request, INDEX)
                .withTotals(214, 214).withPage(request.page(), 22).withTookMillis(3).withHits(hits).withFacets(facets())
                .withTimeline(months(2)).withNextCursor("c2Vh");
    }

    /** Three posts with all the words, the others with some. */
    static SearchResponse relaxed(SearchRequest request) {
        return full(request).withTotals(3, 214).withPage(1, 22)
                .withQuery(new SearchResponse.Query(request.text(), request.text(), List.of(), true,
                        Optional.of("sea wall cost"),
                        List.of(new SearchResponse.OtherSpelling("Sea-Wall", 1200, "sea-wall cost")),
                        List.of(new SearchResponse.Byline("Ann Seawall", 12, "author:\"Ann Seawall\""))));
    }

    /** Nothing found. */
    static SearchResponse nothing(SearchRequest request) {
        return SearchResponse.nothing(new SearchResponse.Query(request.text(), request.text(), List.of(), false,
                Optional.of("government")), request, INDEX);
    }

    static Hit hit(int number) {
        String[] story = STORIES[number];
        Instant date = Instant.parse("2024-03-01T09:00:00Z").minusSeconds(number * 2_592_000L + (number % 3) * 3600);
        if (number % 3 == 2) {
            date = Instant.parse("1998-11-0" + (number + 1) % 10 + "T00:00:00Z");
        }
        String slug = "story-" + number;
        PostView undated = PostView.of("_posts/2024-03-01-" + slug + ".md", "/2024/03/01/" + slug + ".html", story[0])
                .withExcerpt(story[3]).withAuthors(story[2].isEmpty() ? List.of() : List.of(story[2].split(", ")))
                .withCategories(List.of(story[1])).withTags(List.of("floods", "harbour")).withLang(lang(number))
                .withWords(812);
        PostView post = number == 7 ? undated : undated.withDate(date);
        List<Copy> copies = number != 0
                ? List.of()
                : List.of(copy("Sea wall to cost more", 2), copy("Sea wall bill grows by £5m", 3),
                        copy("UPDATE: Sea wall to cost £5m more, council told", 4));
        return Hit.of(post, 11.4 - number).withTitleMarks(marks(story[0]))
                .withSnippets(List.of(new Snippet(Snippet.Field.BODY, story[3], marks(story[3]))))
                .withMissing(number > 2 && number < 5 ? List.of("sea") : List.of()).withCopies(copies);
    }

    private static Copy copy(String title, int day) {
        return new Copy("_posts/2024-03-0" + day + "-sea-wall.md", "/2024/03/0" + day + "/sea-wall.html", title,
                Optional.of(Instant.parse("2024-03-0" + day + "T10:30:00Z")));
    }

    private static String lang(int number) {
        return number == 5 ? "uk" : number == 6 ? "ar" : "en";
    }

    /** The words of the sample's query wherever they stand. */
    private static List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("(?iu)sea wall|\\bwall\\b|морську стіну|جدار البحر")
                .matcher(text);
        while (matcher.find()) {
            marks.add(new Mark(matcher.start(), matcher.end()));
        }
        return marks;
    }

    private static Map<FacetName, List<FacetCount>> facets() {
        return Map.of(FacetName.CATEGORY,
                counts("environment", 80, "politics", 41, "business", 30, "transport", 22, "features", 15, "opinion",
                        11,
                        "culture", 8, "nature", 7),
                FacetName.AUTHOR,
                counts("Ada Quill", 58, "Tom Reyes", 44, "Ines Oduya", 19, "Our readers", 11, "Олена Лях", 6),
                FacetName.TAG,
                counts("floods", 102, "harbour", 77, "council", 40, "storms", 21, "ferries", 18, "fishing", 9, "law",
                        4),
                FacetName.LANG, counts("en", 204, "uk", 6, "ar", 4), FacetName.YEAR,
                counts("2025", 71, "2024", 96, "2023", 12, "2019", 5, "2011", 3, "1998", 27));
    }

    private static List<FacetCount> counts(Object... pairs) {
        List<FacetCount> counts = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.add(new FacetCount((String) pairs[i], (Integer) pairs[i + 1]));
        }
        return counts;
    }

    /** So many years by month. */
    static Timeline months(int years) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        return new Timeline(Timeline.Interval.MONTH, IntStream.range(0, years * 12)
                .mapToObj(i -> new Timeline.Bucket(first.plusMonths(i), i % 7 == 3 ? 0 : (i * 37 + 5) % 19)).toList());
    }
}
