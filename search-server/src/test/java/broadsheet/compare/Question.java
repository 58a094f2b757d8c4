package broadsheet.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One query of the set, with ways to put it otherwise.
 *
 * @param number from 0
 * @param text as it stands in its file
 * @param answer what the first jar answered to it: further questions take names and addresses from here
 */
record Question(int number, String text, JsonNode answer) {

    List<String> words() {
        return List.of(text.strip().split("\\s+"));
    }

    /** The first words, as many as there are up to that many, with something between them. */
    String first(int count, String between) {
        return String.join(between, words().subList(0, Math.min(count, words().size())));
    }

    String longest() {
        return words().stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** {@code harbour -> harbuor}: two letters in the middle of the longest word changed places. */
    String slip() {
        String word = longest();
        int middle = word.length() / 2;
        if (middle < 2) {
            return text;
        }
        String slipped = word.substring(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1)
                + word.substring(middle + 1);
        return text.replace(word, slipped);
    }

    /** The beginning of the longest word: {@code harbour -> harb}. */
    String beginning() {
        String word = longest();
        return word.substring(0, word.offsetByCodePoints(0, (word.codePointCount(0, word.length()) + 1) / 2));
    }

    /** What one has typed so far, by the number of the query: a letter, two, half a word, nearly all of it. */
    String typedSoFar() {
        int all = text.codePointCount(0, text.length());
        int typed = Math.min(all, List.of(1, 2, 3, all / 2, all - 1, all).get(number % 6));
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, typed)));
    }

    /** One of the hits, another one for each query; empty where there are none. */
    Optional<JsonNode> hit() {
        List<JsonNode> hits = new ArrayList<>();
        answer.path("hits").forEach(hits::add);
        return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(number % hits.size()));
    }

    /** The most frequent value of a facet; empty where nothing was counted. */
    Optional<String> facet(String name) {
        JsonNode value = answer.path("facets").path(name).path(0).path("value");
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
