package broadsheet.command;

import broadsheet.build.BuildReport;
import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.owner.Pin;
import broadsheet.owner.PinFile;
import broadsheet.owner.SynonymFile;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Says what is wrong in the owner's files, once all posts of the archive were seen. */
final class OwnerCheck implements Consumer<Post> {

    private final OwnerFiles files;
    private final Set<String> posts = new HashSet<>();

    OwnerCheck(OwnerFiles files) {
        this.files = files;
    }

    /** A post of the archive that readers can find, now or later. */
    @Override
    public void accept(Post post) {
        posts.add(post.id());
    }

    /** The report with the problems of the owner's files behind those of the posts. */
    BuildReport added(BuildReport report) throws IOException {
        List<Problem> problems = new ArrayList<>(report.problems());
        Map<String, Path> places = new LinkedHashMap<>(report.places());
        if (files.synonyms().filter(OwnerFile::isThere).isPresent()) {
            Path path = files.synonyms().get().path();
            problems.addAll(SynonymFile.read(path.toString(), Files.readAllBytes(path)).problems());
            places.put(path.toString(), path);
        }
        if (files.pins().filter(OwnerFile::isThere).isPresent()) {
            Path path = files.pins().get().path();
            problems.addAll(pins(path));
            places.put(path.toString(), path);
        }
        return report.withProblems(problems, places);
    }

    private List<Problem> pins(Path path) throws IOException {
        PinFile file = PinFile.read(path.toString(), Files.readAllBytes(path));
        List<Problem> problems = new ArrayList<>(file.problems());
        for (Pin pin : file.pins()) {
            for (Pin.Post post : pin.posts()) {
                if (!posts.contains(post.id())) {
                    problems.add(new Problem(path.toString(), post.line(), post.column(), Severity.ERROR,
                            "unknown-post", "no published post of the archive has the path \"" + post.id() + "\""));
                }
            }
        }
        problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return problems;
    }
}
