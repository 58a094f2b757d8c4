package broadsheet.index.lucene;

import broadsheet.index.IndexCare;
import broadsheet.index.IndexException;
import broadsheet.index.generation.Generation;
import broadsheet.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** Checks a Lucene index: the checksums of its files, then what they mean, by Lucene's own {@link CheckIndex}. */
public final class LuceneIndexCare implements IndexCare {

    @Override
    public Optional<State> verify(Path index) throws IOException {
        Optional<Generation> current = GenerationStore.at(index).verifyAll();
        if (current.isPresent()) {
            check(index, current.get());
        }
        return current.map(LuceneIndexCare::state);
    }

    private static void check(Path index, Generation current) throws IOException {
        int schema = current.manifest().schemaVersion();
        if (schema != PostSchema.VERSION) {
            throw new IndexException.WrongSchema(index + ": no file is damaged, but the index has schema " + schema
                    + " and this program reads schema " + PostSchema.VERSION + ": run `broadsheet index` again");
        }
        // A generation is never written again, so no writer needs to be kept out by a lock file in it.
        try (Directory directory = FSDirectory.open(current.folder(), NoLockFactory.INSTANCE);
                CheckIndex check = new CheckIndex(directory)) {
            CheckIndex.Status status = check.checkIndex();
            if (!status.clean) {
                String segments = String.join(", ",
                        status.segmentInfos.stream().filter(segment -> segment.toLoseDocCount > 0)
                                .map(segment -> segment.name).toList());
                throw new IndexException.Damaged(current.folder() + ": the files are as they were published, but "
                        + "Lucene cannot use segment " + segments + ": run `broadsheet index --full`");
            }
        }
    }

    @Override
    public Optional<State> rollback(Path index) throws IOException {
        if (Files.notExists(index)) {
            return Optional.empty();
        }
        return GenerationStore.at(index).rollback(PostSchema.VERSION).map(LuceneIndexCare::state);
    }

    private static State state(Generation generation) {
        return new State(generation.number(), generation.manifest().posts(), generation.manifest().built(),
                generation.manifest().bytes());
    }
}
