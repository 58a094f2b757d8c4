package broadsheet.post;

import java.util.List;

/**
 * A body made plain.
 *
 * @param text as {@link Post#body} describes it
 * @param unseen as {@link Post#unseen} describes it
 */
public record PlainBody(String text, List<Integer> unseen) {}
