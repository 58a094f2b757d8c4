package broadsheet.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the fields of the advanced form into a text of the query language, and that into an address. */
final class AdvancedForm {

    /** In UTF-16 units; a query has no more, and the address that the form leads to must fit into a header. */
    private static final int LONGEST_FIELD = 2_000;

    private AdvancedForm() {}

    /** {@code {phrase=[sea wall], none=[sport]}} gives {@code "/search?q=%22sea+wall%22+-sport"}. */
    static String address(Map<String, List<String>> parameters) {
        Map<String, String> fields = parameters.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> cut(one.getValue().getFirst().strip())));
        StringBuilder address = new StringBuilder("/search?q=").append(SearchAddress.encode(text(fields)));
        for (String name : List.of("from", "to", "sort")) {
            String value = fields.getOrDefault(name, "");
            if (!value.isEmpty() && !value.equals("relevance")) {
                address.append('&').append(name).append('=').append(SearchAddress.encode(value));
            }
        }
        return address.toString();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_FIELD));
    }

    /** The query that the fields say. */
    static String text(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        parts.add(fields.getOrDefault("all", ""));
        String phrase = bare(fields.getOrDefault("phrase", ""));
        parts.add(phrase.isEmpty() ? "" : "\"" + phrase + "\"");
        parts.add(any(fields.getOrDefault("any", "")));
        parts.add(near(fields));
        parts.add(inField("title", fields));
        parts.add(inField("author", fields));
        parts.add(inField("category", fields));
        parts.add(inField("tag", fields));
        words(fields.getOrDefault("none", "")).forEach(word -> parts.add("-" + word));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String any(String text) {
        List<String> words = words(text).toList();
        return words.size() < 2 ? String.join("", words) : "(" + String.join(" OR ", words) + ")";
    }

    private static String near(Map<String, String> fields) {
        String left = bare(fields.getOrDefault("near1", ""));
        String right = bare(fields.getOrDefault("near2", ""));
        String distance = fields.getOrDefault("distance", "10");
        if (left.isEmpty() || right.isEmpty()) {
            return (left + " " + right).strip();
        }
        return part(left) + " NEAR/" + (distance.matches("\\d{1,3}") ? distance : "10") + " " + part(right);
    }

    private static String inField(String name, Map<String, String> fields) {
        String text = bare(fields.getOrDefault(name, ""));
        return text.isEmpty() ? "" : name + ":" + part(text);
    }

    private static String part(String text) {
        return text.contains(" ") ? "\"" + text + "\"" : text;
    }

    /** Words of a field, without what would be an operator in front of them. */
    private static Stream<String> words(String text) {
        return Stream.of(bare(text).split(" ")).map(word -> word.replaceFirst("^[-+]+", ""))
                .filter(word -> !word.isEmpty());
    }

    /** Without quotation marks and brackets, which the form writes itself. */
    private static String bare(String text) {
        return text.replaceAll("[\"“”„«»()]", " ").strip().replaceAll("\\s+", " ");
    }
}
