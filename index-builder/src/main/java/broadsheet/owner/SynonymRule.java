package broadsheet.owner;

import java.util.List;

/**
 * Words for which others are searched, too.
 *
 * @param typed each a word or several, {@code World Health Organization}; who types one of them means {@code also} as well
 * @param also the same texts where all mean each other
 */
public record SynonymRule(List<String> typed, List<String> also) {
    public SynonymRule {
        typed = List.copyOf(typed);
        also = List.copyOf(also);
    }
}
