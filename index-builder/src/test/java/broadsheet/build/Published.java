package broadsheet.build;

import broadsheet.index.PostFields;
import broadsheet.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/** Looks into a published index, so that two can be compared whatever segments they have. */
public final class Published {

    private Published() {}

    /** Makes the manifest say that the index was written in another schema, as after an update of the program. */
    static void asOfSchema(int version, Path index) throws IOException {
        Path manifest = GenerationStore.at(index).open().orElseThrow().generation().folder().resolve("MANIFEST");
        String text = Files.readString(manifest).replaceFirst("schema \\d+\n", "schema " + version + "\n");
        String body = text.substring(0, text.lastIndexOf("crc "));
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(manifest, body + "crc " + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n");
    }

    /** Each live post's binary values as text, by id. */
    public static SequencedMap<String, String> stored(Path index) throws IOException {
        SequencedMap<String, String> posts = new TreeMap<>();
        try (DirectoryReader reader = open(index)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                String[] ids = ids(leaf.reader());
                for (int doc = 0; doc < ids.length; doc++) {
                    if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
                        posts.put(ids[doc], values(leaf.reader(), doc).toString());
                    }
                }
            }
        }
        return posts;
    }

    /** The ids of a segment's posts, by document number. */
    public static String[] ids(LeafReader leaf) throws IOException {
        String[] ids = new String[leaf.maxDoc()];
        Terms terms = leaf.terms(PostFields.ID);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        while (each.next() != null) {
            PostingsEnum docs = each.postings(null, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                ids[doc] = each.term().utf8ToString();
            }
        }
        return ids;
    }

    /** The binary values of a document, where the engine keeps the text: a character for each byte. */
    private static Map<String, String> values(LeafReader leaf, int doc) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (var info : leaf.getFieldInfos()) {
            if (info.getDocValuesType() == DocValuesType.BINARY) {
                BinaryDocValues each = leaf.getBinaryDocValues(info.name);
                values.put(info.name, each.advanceExact(doc) ? text(each.binaryValue()) : "");
            }
        }
        return values;
    }

    private static String text(BytesRef value) {
        return new String(value.bytes, value.offset, value.length, StandardCharsets.ISO_8859_1);
    }

    /** Each term's postings as {@code id:frequency@positions}, by {@code field/term}. */
    static Map<String, List<String>> postings(Path index) throws IOException {
        Map<String, List<String>> postings = new TreeMap<>();
        try (DirectoryReader reader = open(index)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                addPostings(leaf.reader(), postings);
            }
        }
        postings.values().forEach(list -> list.sort(null));
        return postings;
    }

    private static void addPostings(LeafReader leaf, Map<String, List<String>> postings) throws IOException {
        String[] ids = ids(leaf);
        for (var info : leaf.getFieldInfos()) {
            Terms terms = leaf.terms(info.name);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null) {
                PostingsEnum docs = each.postings(null, PostingsEnum.ALL);
                for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                    if (leaf.getLiveDocs() == null || leaf.getLiveDocs().get(doc)) {
                        String key = info.name + "/" + each.term().utf8ToString();
                        postings.computeIfAbsent(key, term -> new ArrayList<>())
                                .add(ids[doc] + ":" + positions(docs));
                    }
                }
            }
        }
    }

    private static String positions(PostingsEnum docs) throws IOException {
        StringBuilder text = new StringBuilder().append(docs.freq()).append('@');
        for (int i = 0; i < docs.freq(); i++) {
            text.append(docs.nextPosition()).append(' ');
        }
        return text.toString();
    }

    private static DirectoryReader open(Path index) throws IOException {
        return DirectoryReader
                .open(FSDirectory.open(GenerationStore.at(index).open().orElseThrow().generation().folder()));
    }
}
