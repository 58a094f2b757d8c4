package broadsheet.search.opensearch;

import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.retrieve.Start.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The last hit of a page as a cursor keeps it: {@code 1:3.5:L2Eubw}. The index of a generation never changes, so that
 * its place in the order is enough to go on, and the cluster has to keep nothing open.
 *
 * @param value its score, or its date in milliseconds
 * @param order its place among equals
 */
record LastHit(Part part, String value, String order) {

    private static final Pattern DATE = Pattern.compile("-?\\d{1,19}");
    private static final Pattern SCORE = Pattern.compile("\\d{1,10}(\\.\\d{1,20})?(E-?\\d{1,2})?");

    static String text(ClusterHit hit) {
        String value = hit.place().isEmpty() ? "0" : hit.place().path(0).toString();
        String order = hit.place().path(1).asString("");
        return hit.part().ordinal() + ":" + value + ":" + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(order.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when it is not of this form */
    static LastHit parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new LastHit(Part.of(Integer.parseInt(parts[0])), parts[1],
                new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8));
    }

    /** Whether a search in that order may have given it. */
    boolean isIn(boolean byScore) {
        if (!(byScore ? SCORE : DATE).matcher(value).matches()) {
            return false;
        }
        try {
            return byScore
                    ? Float.isFinite(Float.parseFloat(value))
                    : Long.toString(Long.parseLong(value)).equals(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Its values in the order of hits. */
    ArrayNode place(boolean byScore) {
        ArrayNode place = Cluster.JSON.createArrayNode();
        if (byScore) {
            place.add(Float.parseFloat(value));
        } else {
            place.add(Long.parseLong(value));
        }
        return place.add(order);
    }

    /** Whether a post stands before it or is it. @param rising whether small values come first */
    boolean isAtOrBehind(JsonNode place, boolean byScore, boolean rising) {
        int first = byScore
                ? Float.compare(Float.parseFloat(value), (float) place.path(0).asDouble())
                : Long.compare(Long.parseLong(value), place.path(0).asLong());
        if (first != 0) {
            return rising == first > 0;
        }
        byte[] own = order.getBytes(StandardCharsets.UTF_8);
        byte[] other = place.path(1).asString("").getBytes(StandardCharsets.UTF_8);
        return Arrays.compareUnsigned(other, own) <= 0;
    }
}
