package broadsheet.build;

import broadsheet.index.PostIndexer;
import java.io.IOException;
import java.nio.file.Path;

/** Opens an engine's write side; the mains choose which. */
@FunctionalInterface
public interface IndexerFactory {

    /**
     * @param index the folder of the index; made when it is not there
     * @param incremental whether to go on from what was published last, where that is possible
     * @throws broadsheet.index.IndexException.Locked when another build is under way
     */
    PostIndexer open(Path index, boolean incremental) throws IOException;
}
