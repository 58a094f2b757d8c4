package broadsheet.command.print;

import broadsheet.copies.Headline;
import broadsheet.copies.SketchMaker;
import broadsheet.copies.Stories;
import broadsheet.copies.StoryGrouper;
import broadsheet.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Collects the posts of an archive and finds the copies among them. For one thread. */
public final class CopyFinder implements Consumer<Post> {

    private final SketchMaker sketches = new SketchMaker();
    private final StoryGrouper grouper = new StoryGrouper();
    private final List<Copy> posts = new ArrayList<>();

    /** A post as a list of copies shows it. */
    public record Copy(String id, String url, String title, Optional<Instant> date) {}

    /**
     * Copies of one story.
     *
     * @param title the least damaged headline, without a feed's prefix
     * @param posts newest first
     */
    public record Group(String title, List<Copy> posts) {}

    /**
     * The copies in an archive.
     *
     * @param posts how many posts there are in all
     * @param groups largest first
     * @param prefixes what the archive's feeds put before headlines, in lower case
     */
    public record Found(int posts, List<Group> groups, SortedSet<String> prefixes) {

        /** How many posts would be left out if each story stood there once. */
        int spare() {
            return groups.stream().mapToInt(group -> group.posts().size() - 1).sum();
        }
    }

    @Override
    public void accept(Post post) {
        grouper.add(sketches.of(post));
        posts.add(new Copy(post.id(), post.url(), post.title(), post.date()));
    }

    public Found find() {
        Stories stories = grouper.group();
        List<Group> groups = new ArrayList<>();
        for (Stories.Story story : stories.stories()) {
            List<Copy> copies = Arrays.stream(story.posts()).mapToObj(posts::get).sorted(Comparator
                    .comparing((Copy copy) -> copy.date().orElse(Instant.MIN)).reversed().thenComparing(Copy::id))
                    .toList();
            groups.add(new Group(title(story, stories), copies));
        }
        groups.sort(Comparator.comparingInt((Group group) -> group.posts().size()).reversed()
                .thenComparing(group -> group.posts().getFirst().id()));
        return new Found(posts.size(), groups, new TreeSet<>(stories.prefixes()));
    }

    /** The headline that is shown for most of the posts. */
    private String title(Stories.Story story, Stories stories) {
        Map<String, Integer> counts = new HashMap<>();
        for (int place : story.headlines()) {
            String title = posts.get(story.posts()[place]).title();
            Headline headline = Headline.of(title);
            counts.merge(stories.prefixes().contains(headline.head()) ? headline.rest() : title, 1, Integer::sum);
        }
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    }
}
