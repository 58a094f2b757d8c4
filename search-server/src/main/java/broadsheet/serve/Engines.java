package broadsheet.serve;

import broadsheet.owner.OwnerFiles;
import broadsheet.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;

/** Opens an engine's read side; the main chooses which. */
@FunctionalInterface
public interface Engines {

    /**
     * @param rules the owner's synonyms and pins
     * @throws broadsheet.index.IndexException when the folder holds no index that can be read
     */
    SearchEngine open(Path index, OwnerFiles rules) throws IOException;
}
