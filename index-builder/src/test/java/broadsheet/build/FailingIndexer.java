package broadsheet.build;

import broadsheet.index.PostIndexer;
import broadsheet.index.SiteFacts;
import broadsheet.post.Post;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.Optional;

/** An engine whose disk fails at the last step. */
public class FailingIndexer implements PostIndexer {

    private final IOException failure;

    public FailingIndexer(IOException failure) {
        this.failure = failure;
    }

    @Override
    public Optional<byte[]> previousState() {
        return Optional.empty();
    }

    @Override
    public void put(String file, List<Post> posts) {}

    @Override
    public void add(String file, List<Post> posts) {}

    @Override
    public void replace(String file, List<Post> posts) {}

    @Override
    public void remove(String file) {}

    @Override
    public Published publish(Supplier<byte[]> state, SiteFacts site, Runnable lastChance) throws IOException {
        throw failure;
    }

    @Override
    public void close() {}
}
