package broadsheet.command.print;

import broadsheet.command.print.CopyFinder.Copy;
import broadsheet.command.print.CopyFinder.Found;
import broadsheet.command.print.CopyFinder.Group;
import broadsheet.post.OneLine;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the copies in an archive: lines for people, a document for programs. */
public final class CopyPrinter {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CopyPrinter() {}

    /**
     * <pre>
     * 2 posts: Ferry sails again
     *   2024-05-02  _posts/2024-05-02-ferry-sails.md  Update: Ferry sails again
     *   undated     _posts/ferry.md                   Ferry sails again
     * </pre>
     */
    public static void lines(Found found, PrintWriter out) {
        for (Group group : found.groups()) {
            out.println(group.posts().size() + " posts: " + OneLine.of(group.title()));
            int width = group.posts().stream().mapToInt(copy -> copy.id().length()).max().orElse(0);
            for (Copy copy : group.posts()) {
                out.println("  " + day(copy.date()) + "  " + OneLine.of(copy.id())
                        + " ".repeat(width - copy.id().length()) + "  " + OneLine.of(copy.title()));
            }
        }
        out.flush();
    }

    private static String day(Optional<Instant> date) {
        return date.map(time -> time.atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse("undated   ");
    }

    /** {@code 3 stories stand in 7 of 12 posts; one of each would leave 8. Prefixes of feeds: breaking, update}. */
    public static String summary(Found found) {
        String prefixes = found.prefixes().isEmpty()
                ? ""
                : " Prefixes of feeds: " + String.join(", ", found.prefixes());
        if (found.groups().isEmpty()) {
            return "No copies in " + found.posts() + " posts." + prefixes;
        }
        return found.groups().size() + (found.groups().size() == 1 ? " story stands in " : " stories stand in ")
                + (found.groups().size() + found.spare()) + " of " + found.posts() + " posts; one of each would leave "
                + (found.posts() - found.spare()) + "." + prefixes;
    }

    /** One document on one line. */
    public static String json(Found found) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("posts", found.posts()).put("spare", found.spare());
        ArrayNode stories = root.putArray("stories");
        for (Group group : found.groups()) {
            ObjectNode story = stories.addObject().put("title", group.title()).put("size", group.posts().size());
            ArrayNode posts = story.putArray("posts");
            for (Copy copy : group.posts()) {
                ObjectNode post = posts.addObject().put("id", copy.id()).put("url", copy.url()).put("title",
                        copy.title());
                if (copy.date().isPresent()) {
                    post.put("date", copy.date().get().toString());
                } else {
                    post.putNull("date");
                }
            }
        }
        ArrayNode prefixes = root.putArray("prefixes");
        found.prefixes().forEach(prefixes::add);
        return MAPPER.writeValueAsString(root);
    }
}
