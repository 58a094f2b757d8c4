package broadsheet.index.lucene;

import broadsheet.post.Post;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Makes an index in memory of a few posts, with the documents that an index on disk would have. Keeps buffers: one index at
 * a time, and one thread.
 */
public final class PostsInMemory {

    private static final long BUFFER_BYTES = 4 << 20;

    private final PostingsBuffer postings = new PostingsBuffer(BUFFER_BYTES);
    private final PostDocuments documents = new PostDocuments(postings);

    /** The posts as documents 0, 1, 2 and so on; whoever opens the reader closes it. After a failure this maker is of no use. */
    public DirectoryReader open(List<Post> posts) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig();
        config.setSimilarity(postings.similarity(PostSchema.similarity()));
        config.setCodec(postings.quickCodec(config.getCodec()));
        config.setUseCompoundFile(false);
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Post post : posts) {
                writer.addDocument(documents.toDocument(post.id(), post));
            }
        }
        return DirectoryReader.open(directory);
    }
}
