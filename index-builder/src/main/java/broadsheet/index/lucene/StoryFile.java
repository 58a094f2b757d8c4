package broadsheet.index.lucene;

import broadsheet.copies.Stories;
import broadsheet.copies.Stories.Story;
import broadsheet.copies.StoryGrouper;
import broadsheet.copies.StoryTable;
import broadsheet.index.IndexException;
import broadsheet.index.generation.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.Bits;

/**
 * The file {@code stories} of a generation: groups of copies, by document number. Numbers of variable length:
 *
 * <pre>
 * version documents
 * prefixes {text}
 * stories {size {distance to the last document, place of the document whose headline is shown}}
 * </pre>
 *
 * <p>A file of its own, and no field, because groups are known only when all posts are: a field would have to be
 * written over in place, in files that older generations share.
 */
public final class StoryFile {

    private static final String NAME = "stories";
    private static final int VERSION = 1;

    private StoryFile() {}

    /** Groups the posts of a finished index by their sketches, and writes the file. */
    static void write(Path folder, DirectoryReader reader) throws IOException {
        StoryGrouper grouper = new StoryGrouper();
        int[] documents = addAll(reader, grouper);
        Files.write(folder.resolve(NAME), encode(grouper.group(), documents, reader.maxDoc()));
    }

    /** Gives the grouper the posts that are not deleted; tells which document each number stands for. */
    private static int[] addAll(DirectoryReader reader, StoryGrouper grouper) throws IOException {
        int[] documents = new int[reader.numDocs()];
        int count = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            Bits live = segment.reader().getLiveDocs();
            PostSketches sketches = new PostSketches(segment.reader());
            for (int document = 0; document < segment.reader().maxDoc(); document++) {
                if (live == null || live.get(document)) {
                    grouper.add(sketches.of(document));
                    documents[count++] = segment.docBase + document;
                }
            }
        }
        return documents;
    }

    private static byte[] encode(Stories stories, int[] documents, int maxDoc) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeVInt(VERSION);
        out.writeVInt(maxDoc);
        out.writeSetOfStrings(stories.prefixes());
        out.writeVInt(stories.stories().size());
        for (Story story : stories.stories()) {
            int[] here = Arrays.stream(story.posts()).map(number -> documents[number]).toArray();
            int[] sorted = here.clone();
            Arrays.sort(sorted);
            int[] shown = new int[here.length];
            for (int i = 0; i < here.length; i++) {
                shown[Arrays.binarySearch(sorted, here[i])] = Arrays.binarySearch(sorted, here[story.headlines()[i]]);
            }
            out.writeVInt(here.length);
            int last = 0;
            for (int i = 0; i < sorted.length; i++) {
                out.writeVInt(sorted[i] - last);
                out.writeVInt(shown[i]);
                last = sorted[i];
            }
        }
        return out.toArrayCopy();
    }

    /**
     * Reads the groups of a verified generation.
     *
     * @throws broadsheet.index.IndexException.Damaged when the file is not what {@link #write} wrote
     */
    public static StoryTable read(Generation generation) throws IOException {
        Path file = generation.folder().resolve(NAME);
        ByteArrayDataInput in = new ByteArrayDataInput(Files.readAllBytes(file));
        try {
            int version = in.readVInt();
            if (version != VERSION) {
                throw new IndexException.Damaged(
                        file + ": expected version " + VERSION + ", was " + version);
            }
            return decode(in);
        } catch (IndexOutOfBoundsException e) {
            throw new IndexException.Damaged(file + ": cut short");
        }
    }

    private static StoryTable decode(ByteArrayDataInput in) throws IOException {
        int[] headlineOf = new int[in.readVInt()];
        Arrays.setAll(headlineOf, document -> document);
        Set<String> prefixes = new HashSet<>(in.readSetOfStrings());
        int count = in.readVInt();
        List<int[]> stories = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int[] documents = new int[in.readVInt()];
            int[] shown = new int[documents.length];
            int last = 0;
            for (int j = 0; j < documents.length; j++) {
                last += in.readVInt();
                documents[j] = last;
                shown[j] = in.readVInt();
            }
            for (int j = 0; j < documents.length; j++) {
                headlineOf[documents[j]] = documents[shown[j]];
            }
            stories.add(documents);
        }
        return new StoryTable(prefixes, stories, headlineOf);
    }
}
