package broadsheet.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/** One thing that an address shows, as one line of a table. */
final class Shown {

    private final ServedArchive served;

    Shown(ServedArchive served) {
        this.served = served;
    }

    /**
     * @param view {@code ids} (a post is the name of its file without its date), {@code total}, {@code facet tag},
     *     {@code timeline}, {@code bylines}, {@code dates} as the endpoint has them; {@code times}, {@code notes},
     *     {@code chips}, {@code heading}, {@code offers} of the page; {@code csv}, {@code atom}: dates there
     */
    String at(String address, String view) {
        return switch (view) {
            case "status" -> String.valueOf(served.get(address).statusCode());
            case "times" -> page(address, ".kicker time");
            case "notes" -> page(address, ".notes li");
            case "chips" -> page(address, ".chips li:not(:has(.clear))");
            case "heading" -> page(address, "h1");
            case "offers" -> page(address, ".suggestion");
            case "presets" -> served.page(address).select(".facet .days").prev().select("a").eachAttr("href").get(2);
            case "csv" -> served.get(address).body().lines().skip(1).map(line -> line.split(",")[3])
                    .collect(Collectors.joining(" "));
            case "atom" -> String.join(" ", Jsoup.parse(served.get(address).body(), Parser.xmlParser())
                    .select("published").eachText());
            case "feed" -> texts(served.json(address).get("items"), "date_published");
            default -> answer(served.json(address), view);
        };
    }

    private String page(String address, String selector) {
        return served.page(address).select(selector).eachText().stream()
                .map(text -> text.replaceFirst("^Remove ", "").replaceFirst(" ×$", ""))
                .collect(Collectors.joining("; "));
    }

    private static String answer(JsonNode answer, String view) {
        return switch (view.split(" ")[0]) {
            case "ids" -> answer.get("hits").valueStream().map(hit -> name(hit.get("id").asString()))
                    .collect(Collectors.joining(" "));
            case "dates" -> texts(answer.get("hits"), "date");
            case "tags" -> answer.get("hits").valueStream().flatMap(hit -> hit.get("tags").valueStream())
                    .map(JsonNode::asString).collect(Collectors.joining("; "));
            case "total" -> String.valueOf(answer.get("total").asLong());
            case "all" -> String.valueOf(answer.get("totalAll").asLong());
            case "text" -> answer.get("query").get("text").asString();
            case "zone" -> answer.get("index").get("timeZone").asString();
            case "facet" -> counts(answer.get("facets").get(view.split(" ")[1]), "value");
            case "timeline" -> counts(answer.get("timeline").get("buckets"), "from");
            case "bylines" -> counts(answer.get("query").get("bylines"), "text");
            case "suggestions" -> answer.get("suggestions").valueStream().map(one -> one.get("text").asString())
                    .collect(Collectors.joining("; "));
            default -> throw new IllegalArgumentException("no view " + view);
        };
    }

    private static String name(String id) {
        return Arrays.stream(id.split("/")).toList().getLast().replaceFirst("^\\d{4}-\\d\\d-\\d\\d-", "")
                .replaceFirst("\\.md$", "");
    }

    private static String texts(JsonNode list, String key) {
        return list.valueStream().map(one -> one.get(key).asString()).collect(Collectors.joining(" "));
    }

    private static String counts(JsonNode list, String key) {
        return parts(list, key).collect(Collectors.joining("; "));
    }

    private static Stream<String> parts(JsonNode list, String key) {
        return list.valueStream().filter(one -> one.get("count").asLong() > 0)
                .map(one -> one.get(key).asString() + " " + one.get("count").asLong());
    }
}
