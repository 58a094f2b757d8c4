package broadsheet.index.opensearch;

import broadsheet.opensearch.Bulk;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept beside the posts of a generation, in small documents: the state of the build, the words of the archive, the
 * prefixes of its feeds. Each is bytes, packed, in parts of a document's size.
 */
public final class Notes {

    private static final int PART = 1 << 20;
    private static final String STATE = "state";
    private static final String PREFIXES = "prefixes";
    private static final String FIELDS = "fields";
    private static final String WORDS = "words-";

    private final Cluster cluster;
    private final String index;

    public Notes(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    static ObjectNode mappings() {
        ObjectNode mappings = Cluster.JSON.createObjectNode().put("dynamic", "strict");
        ObjectNode fields = mappings.putObject("properties");
        fields.putObject("data").put("type", "binary");
        fields.putObject("last").put("type", "boolean").put("index", false);
        return mappings;
    }

    void write(Bulk bulk, byte[] state, Set<String> prefixes, WordCounts words) throws IOException {
        put(bulk, STATE, state);
        put(bulk, PREFIXES, lines(prefixes));
        put(bulk, FIELDS, lines(words.fields()));
        for (String field : words.fields()) {
            put(bulk, WORDS + field, encode(words.terms(field)));
        }
        bulk.flush();
    }

    private static byte[] lines(Iterable<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Bulk bulk, String name, byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(data);
        }
        byte[] bytes = packed.toByteArray();
        int parts = Math.max(1, (bytes.length + PART - 1) / PART);
        for (int part = 0; part < parts; part++) {
            byte[] here = Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
            bulk.put(name + "." + part, 1, Cluster.JSON.createObjectNode()
                    .put("data", Base64.getEncoder().encodeToString(here)).put("last", part + 1 == parts));
        }
    }

    private Optional<byte[]> get(String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int part = 0;; part++) {
            Optional<JsonNode> found = cluster.find(Call.get("/" + index + "/_doc/" + name + "." + part));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            JsonNode source = found.get().path("_source");
            packed.writeBytes(Base64.getDecoder().decode(source.path("data").asString("")));
            if (source.path("last").asBoolean(true)) {
                return Optional.of(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))
                        .readAllBytes());
            }
        }
    }

    /** What the build wants to know that goes on from this generation. */
    Optional<byte[]> state() throws IOException {
        return get(STATE);
    }

    /** Heads of headlines that the archive's feeds put before any headline. */
    public Set<String> prefixes() throws IOException {
        return new LinkedHashSet<>(texts(PREFIXES));
    }

    private List<String> texts(String name) throws IOException {
        String text = new String(get(name).orElse(new byte[0]), StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    /** The words of the archive. */
    public WordCounts words() throws IOException {
        WordCounts words = new WordCounts();
        for (String field : fields()) {
            eachTerm(field, (term, posts, times) -> words.put(field, new String(term, StandardCharsets.UTF_8), posts,
                    times));
        }
        return words;
    }

    /** In the order of the terms' bytes, in which Lucene has them. */
    private static byte[] encode(Map<String, WordCounts.Count> terms) throws IOException {
        TreeMap<byte[], WordCounts.Count> sorted = new TreeMap<>(Arrays::compareUnsigned);
        terms.forEach((term, count) -> sorted.put(term.getBytes(StandardCharsets.UTF_8), count));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(sorted.size());
            for (Map.Entry<byte[], WordCounts.Count> term : sorted.entrySet()) {
                out.writeShort(term.getKey().length);
                out.write(term.getKey());
                out.writeInt(term.getValue().posts());
                out.writeLong(term.getValue().times());
            }
        }
        return bytes.toByteArray();
    }

    /** Gets the terms of a field, in the order of their bytes in UTF-8. */
    @FunctionalInterface
    public interface Terms {
        /** @param posts that have it; @param times that it stands in them */
        void term(byte[] term, int posts, long times);
    }

    /** The fields that have terms. */
    public List<String> fields() throws IOException {
        return texts(FIELDS);
    }

    /** Gives out all terms of a field. */
    public void eachTerm(String field, Terms taker) throws IOException {
        byte[] data = get(WORDS + field)
                .orElseThrow(() -> new IOException(index + " of the cluster lacks the words of " + field));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            byte[] text = in.readNBytes(in.readUnsignedShort());
            taker.term(text, in.readInt(), in.readLong());
        }
    }
}
