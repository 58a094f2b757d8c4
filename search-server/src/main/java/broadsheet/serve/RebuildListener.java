package broadsheet.serve;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.IndexBuild;
import broadsheet.build.IndexerFactory;
import broadsheet.web.route.Rebuild;
import java.io.IOException;

/** Says to the administration how far a build is; what it throws gives the build up. */
record RebuildListener(Rebuild.Progress progress) implements BuildListener {

    static String run(IndexerFactory indexers, BuildOptions options, Rebuild.Progress progress) throws IOException {
        BuildReport report = new IndexBuild(indexers).run(options, new RebuildListener(progress));
        return report.posts() + " posts, " + report.skipped() + " left out, " + report.failed()
                + " could not be read";
    }

    @Override
    public void started(int files) {
        progress.files(files);
    }

    @Override
    public void read(int posts) {
        progress.read(posts);
    }

    @Override
    public void publishing() {
        progress.publishing();
    }

    @Override
    public void committing() {
        progress.committing();
    }
}
