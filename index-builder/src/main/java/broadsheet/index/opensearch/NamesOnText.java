package broadsheet.index.opensearch;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.PostText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * On which words of a post its names stand. Names count for no length in the embedded engine, where they stand behind the
 * text; a node counts each position that has a term. So the words of a name are further terms of positions that the text
 * has anyway: of its last ones, one word apart from the next name, if they are free. A name that is longer than the text
 * stands on one word with all of its own.
 */
final class NamesOnText {

    private final PostText text;
    private final TreeMap<Integer, List<Integer>> byToken = new TreeMap<>();
    private final List<int[]> stretches = new ArrayList<>();
    private int room;

    private NamesOnText(PostText text) {
        this.text = text;
        this.room = text.words() - 1;
    }

    /** The same for both fields that hold the whole post. */
    static NamesOnText of(PostText text) {
        NamesOnText names = new NamesOnText(text);
        int first = text.words();
        while (first < text.size()) {
            int end = first + 1;
            while (end < text.size() && text.position(end) - text.position(end - 1) < TextLayout.GAP) {
                end++;
            }
            names.place(first, end);
            first = end;
        }
        return names;
    }

    /** The tokens of names that stand on a token of the text; of a post without text, those on token 0. */
    List<Integer> on(int token) {
        return byToken.getOrDefault(token, List.of());
    }

    /** The tokens of the text that have names, ascending. */
    Set<Integer> tokens() {
        return byToken.keySet();
    }

    /** The first and the last token on which a name stands, for each name. */
    List<int[]> stretches() {
        return stretches;
    }

    private void place(int first, int end) {
        int at = free(first, end, room);
        if (at < 0) {
            at = free(first, end, text.words() - 1);
        } else {
            room = at - 2;
        }
        int last = Math.max(0, text.words() - 1);
        for (int token = first; token < end; token++) {
            byToken.computeIfAbsent(at < 0 ? last : at + token - first, key -> new ArrayList<>()).add(token);
        }
        stretches.add(at < 0 ? new int[]{last, last} : new int[]{at, at + end - first - 1});
    }

    /** The first of the last words, up to one of them, that a name fits on; -1 if there are none. */
    private int free(int first, int end, int upTo) {
        int at = upTo - (end - first) + 1;
        while (at >= 0 && !fits(first, end, at)) {
            at--;
        }
        return at;
    }

    /** Whether the words have the distances of the name's, and are none of them: else one could not be told from the other. */
    private boolean fits(int first, int end, int at) {
        for (int i = 0; i < end - first; i++) {
            if (text.position(at + i) - text.position(at) != text.position(first + i) - text.position(first)) {
                return false;
            }
        }
        for (int i = 0; i < end - first; i++) {
            Set<String> here = new HashSet<>(terms(at + i, true));
            here.addAll(terms(at + i, false));
            if (terms(first + i, true).stream().anyMatch(here::contains)
                    || terms(first + i, false).stream().anyMatch(here::contains)) {
                return false;
            }
        }
        return true;
    }

    /** The terms of a token. */
    List<String> terms(int token, boolean stems) {
        List<String> terms = new ArrayList<>();
        text.each(stems, token, token + 1, (position, term, further) -> terms.add(term));
        return terms;
    }

    /** The values of the field that has the names' words alone, at the same positions. */
    List<String> values() {
        GivenTokens given = new GivenTokens();
        String stems = PostSchema.all(text.language());
        byToken.forEach((token, names) -> {
            for (int name : names) {
                terms(name, false).forEach(term -> given.term(position(token),
                        ClusterSchema.named(PostSchema.EXACT, term), true));
                terms(name, true).forEach(term -> given.term(position(token), ClusterSchema.named(stems, term), true));
            }
        });
        return given.values();
    }

    /** The position of a token of the text. */
    int position(int token) {
        return text.words() == 0 ? 0 : text.position(token);
    }
}
