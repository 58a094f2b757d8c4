package broadsheet.web.page;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.ServerOptions;
import broadsheet.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real server over the real index of the sample archive, on a free port. */
public final class SeedsServer implements AutoCloseable {

    private final SearchEngine engine;
    private final WebServer server;

    /** @param folder an empty one for the index */
    public SeedsServer(Path folder) throws IOException {
        this(folder, ServerOptions.local(0));
    }

    public SeedsServer(Path folder, ServerOptions options) throws IOException {
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(Path.of("../seeds")), folder),
                BuildListener.NONE);
        engine = LuceneSearchEngine.open(folder);
        server = WebServer.start(options, engine, Optional.empty());
    }

    /** The whole address of a path that begins with a slash. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public SearchEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}
