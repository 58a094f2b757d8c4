package broadsheet.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CheckIndex.Status.SegmentInfoStatus;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * All that stands in an index, as {@code kind TAB name} and a count or checksum of what is there. Terms, posts and values
 * are named by field and id, whatever document numbers and segments they have; the files themselves are facts, too.
 */
final class IndexFacts {

    /** Lucene writes a checksum at the end of each file, which depends on the segment's random id. */
    private static final int FOOTER_BYTES = 16;

    private final SortedMap<String, String> facts = new TreeMap<>();

    private IndexFacts() {}

    /** Of the generation that readers take now: the one that the file {@code CURRENT} names first. */
    static SortedMap<String, String> of(Path index) throws IOException {
        IndexFacts facts = new IndexFacts();
        String current = Files.readString(index.resolve("CURRENT")).split(" ")[0];
        facts.addFolder(index.resolve(current));
        return facts.facts;
    }

    /** Of one Lucene index. */
    static SortedMap<String, String> ofLucene(Directory directory) throws IOException {
        IndexFacts facts = new IndexFacts();
        facts.addLucene(directory);
        return facts.facts;
    }

    private void add(String kind, String name, Object value) {
        facts.put(kind + "\t" + name, String.valueOf(value));
    }

    private void addFolder(Path folder) throws IOException {
        // No lock: the file would be one more in a folder whose files are counted.
        try (Directory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            addFiles(folder, SegmentInfos.readLatestCommit(directory));
            addLucene(directory);
        }
    }

    private void addFiles(Path folder, SegmentInfos segments) throws IOException {
        List<byte[]> ids = new ArrayList<>();
        for (SegmentCommitInfo segment : segments) {
            ids.add(segment.info.getId());
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted(Comparator.comparing(Path::toString)).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            byte[] bytes = Files.readAllBytes(file);
            if (name.equals("MANIFEST")) {
                Files.readAllLines(file).stream().filter(line -> !line.matches("(built|file|crc) .*"))
                        .forEach(line -> add("manifest", line, "there"));
            } else if (name.endsWith(".si") || name.startsWith("segments_")) {
                // Both hold the time of writing.
                add("file", name, "there");
            } else if (name.endsWith(".cfs")) {
                // Files within a file, each with a footer.
                add("file", name, bytes.length + " bytes");
            } else if (name.startsWith("_")) {
                add("file", name, ofLucenes(bytes, ids));
            } else if (name.equals("stories")) {
                add("file", name, stories(bytes));
            } else {
                add("file", name, bytes.length + " bytes " + new Sum().add(bytes, 0, bytes.length));
            }
        }
    }

    /** Of a file that Lucene wrote, without the random id of its segment. */
    private static String ofLucenes(byte[] bytes, List<byte[]> ids) {
        for (byte[] id : ids) {
            for (int at = 0; at + id.length <= bytes.length; at++) {
                if (bytes[at] == id[0] && Arrays.equals(bytes, at, at + id.length, id, 0, id.length)) {
                    Arrays.fill(bytes, at, at + id.length, (byte) 0);
                }
            }
        }
        return bytes.length + " bytes " + new Sum().add(bytes, 0, Math.max(0, bytes.length - FOOTER_BYTES));
    }

    /** Its version, number of documents, the set of prefixes, which each run may write in another order, and the rest. */
    private static String stories(byte[] bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes);
        int version = in.readVInt();
        int documents = in.readVInt();
        Set<String> prefixes = new TreeSet<>(in.readSetOfStrings());
        int rest = in.getPosition();
        return bytes.length + " bytes, version " + version + ", " + documents + " documents, prefixes " + prefixes
                + ", groups " + new Sum().add(bytes, rest, bytes.length - rest);
    }

    private void addLucene(Directory directory) throws IOException {
        addCheck(directory);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
                add("field", field.name, field.getIndexOptions() + " values " + field.getDocValuesType() + " points "
                        + field.getPointDimensionCount() + "x" + field.getPointNumBytes() + " norms "
                        + field.hasNorms() + " payloads " + field.hasPayloads() + " vectors " + field
                                .hasTermVectors());
            }
            PostFacts posts = PostFacts.of(reader, facts);
            TermFacts.add(reader, posts.ranks(), facts);
        }
    }

    /** Lucene's own check of every segment: its counts, added up. */
    private void addCheck(Directory directory) throws IOException {
        CheckIndex.Status status;
        try (CheckIndex check = new CheckIndex(directory,
                NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME))) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
            status = check.checkIndex();
        }
        add("CheckIndex", "clean", status.clean);
        add("CheckIndex", "segments", status.numSegments);
        long[] sums = new long[12];
        status.segmentInfos.forEach(segment -> addUp(segment, sums));
        List<String> names = List.of("documents", "fields", "norms", "terms", "deleted terms", "postings", "positions",
                "documents with stored fields", "stored fields", "fields with values", "points", "files");
        for (int i = 0; i < sums.length; i++) {
            add("CheckIndex", names.get(i), sums[i]);
        }
    }

    private static void addUp(SegmentInfoStatus segment, long[] sums) {
        long[] here = {segment.maxDoc, segment.fieldInfoStatus.totFields, segment.fieldNormStatus.totFields,
                segment.termIndexStatus.termCount, segment.termIndexStatus.delTermCount,
                segment.termIndexStatus.totFreq, segment.termIndexStatus.totPos, segment.storedFieldStatus.docCount,
                segment.storedFieldStatus.totFields, segment.docValuesStatus.totalValueFields,
                segment.pointsStatus.totalValuePoints, segment.numFiles};
        for (int i = 0; i < sums.length; i++) {
            sums[i] += here[i];
        }
    }
}
