package broadsheet.web;

import broadsheet.web.text.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** Follows every link with a number on a page of results, and every number of the endpoint's answer. */
final class Choices {

    /** The last number of a text: {@code 1,204} in {@code "Without tide – 1,204 posts"}. */
    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,]*)(?!.*[0-9])");
    private static final String API = "/api/v1/search";

    private final ServedArchive served;
    private final List<String> different = new ArrayList<>();
    private final Map<String, Long> found = new HashMap<>();
    private int count;

    Choices(ServedArchive served) {
        this.served = served;
    }

    int count() {
        return count;
    }

    /** One line for each choice whose number is not that of its link. */
    List<String> different() {
        return List.copyOf(different);
    }

    /** @param query of the address: {@code q=the&copies=all} */
    void check(String query) {
        checkPage("/search?" + query);
        if (query.isEmpty()) {
            checkPage("/");
        }
        checkJson(query);
    }

    private void checkPage(String path) {
        Document page = served.page(path);
        for (Element link : page.select(".facet li a:has(.n)")) {
            // Of two chosen values each has its own number, and taking one off leads to the posts of the other.
            if (!isChosen(link) || link.parent().parent().select("[aria-current]").size() == 1) {
                compare(path, link.attr("href"), link.select(".n").text(), link.text(), isChosen(link));
            }
        }
        for (Element bar : page.select(".timeline svg a")) {
            compare(path, bar.attr("href"), bar.attr("aria-label"), bar.attr("aria-label"), false);
        }
        for (Element link : page.select(".nothing li a, .suggestion a:matches([0-9]\\)?$)")) {
            compare(path, link.attr("href"), link.text(), link.text(), false);
        }
        for (Element copies : page.select("details.copies:not(.why)")) {
            count++;
            if (number(copies.select("summary").text()) != copies.select("li").size()) {
                different.add(path + ": " + copies.select("summary").text());
            }
        }
    }

    /** The link of a chosen filter takes it off; its number is that of the posts now. */
    private static boolean isChosen(Element link) {
        return !link.attr("aria-current").isEmpty();
    }

    private void compare(String from, String href, String number, String text, boolean chosen) {
        String there = chosen ? from : href;
        String query = there.contains("?") ? there.substring(there.indexOf('?') + 1) : "";
        check(from + " » " + text, query, number(number));
    }

    private static long number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1).replace(",", "")) : -1;
    }

    private void checkJson(String query) {
        JsonNode answer = served.json(API + "?" + query);
        String from = API + "?" + query;
        for (String name : List.of("category", "author", "tag", "lang")) {
            if (!("&" + query).contains("&" + name + "=")) {
                answer.get("facets").get(name).valueStream().forEach(choice -> check(from + " » " + name + " " + choice,
                        query + "&" + name + "=" + Percent.encodeForm(escaped(choice.get("value").asString())),
                        choice.get("count").asLong()));
            }
        }
        if (!query.contains("from=") && !query.contains("to=")) {
            answer.get("facets").get("year").valueStream().forEach(choice -> check(from + " » year " + choice,
                    query + "&from=" + choice.get("value").asString() + "&to=" + choice.get("value").asString(),
                    choice.get("count").asLong()));
            checkTimeline(from, query, answer.get("timeline"));
        }
        JsonNode read = answer.get("query");
        for (String key : List.of("spellings", "bylines")) {
            read.path(key).valueStream().forEach(offer -> check(from + " » " + key + " " + offer,
                    query.replaceFirst("q=[^&]*", Matcher.quoteReplacement(
                            "q=" + Percent.encodeForm(offer.get("query").asString()))),
                    offer.get("count").asLong()));
        }
    }

    private void checkTimeline(String from, String query, JsonNode timeline) {
        for (JsonNode bucket : timeline.get("buckets")) {
            LocalDate first = LocalDate.parse(bucket.get("from").asString());
            LocalDate next = switch (timeline.get("interval").asString()) {
                case "day" -> first.plusDays(1);
                case "month" -> first.plusMonths(1);
                default -> first.plusYears(1);
            };
            check(from + " » from " + first, query + "&from=" + first + "&to=" + next.minusDays(1),
                    bucket.get("count").asLong());
        }
    }

    /** As openapi.yaml says: a hyphen or a backslash in front has a meaning, and a backslash takes it away. */
    private static String escaped(String value) {
        return value.startsWith("-") || value.startsWith("\\") ? "\\" + value : value;
    }

    /** A number of 0 is no choice; the page has no link there. */
    private void check(String choice, String query, long number) {
        if (number == 0) {
            return;
        }
        count++;
        long posts = found.computeIfAbsent(query, this::posts);
        if (posts != number) {
            different.add(choice + ": says " + number + ", its link finds " + posts);
        }
    }

    /** The number that a page of results has above its hits. */
    private long posts(String query) {
        JsonNode answer = served.json(API + "?size=1&facets=none&"
                + query.replaceAll("(^|&)(size|facets|page|cursor)=[^&]*", ""));
        long all = answer.get("total").asLong();
        return all > 0 ? all : answer.get("totalAll").asLong();
    }
}
