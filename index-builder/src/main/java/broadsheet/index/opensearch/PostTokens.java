package broadsheet.index.opensearch;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostText;
import java.util.ArrayList;
import java.util.List;

/**
 * A post's words as tokens to send. Names count for no length in the embedded engine, where they stand behind the text;
 * a node counts each position that has a term. So each name stands on the last words of the body, as further terms of
 * their positions, one word apart from the next name; a name that finds no room stands behind the text as before.
 */
final class PostTokens {

    private static final int GAP = TextLayout.GAP;

    private final PostText text;
    private final boolean stems;
    /** By token of the text, the terms that stand on it. */
    private final List<List<String>> onTop = new ArrayList<>();
    private final List<int[]> behind = new ArrayList<>();

    private PostTokens(PostText text, boolean stems) {
        this.text = text;
        this.stems = stems;
        for (int i = 0; i < text.words(); i++) {
            onTop.add(List.of());
        }
    }

    /** The values of the field of exact forms, or of stems, of a whole post. */
    static List<String> all(PostText text, boolean stems) {
        PostTokens tokens = new PostTokens(text, stems);
        tokens.placeNames();
        return tokens.values();
    }

    /** The values of a field of the headline: stems of the tokens from one (included) to another (excluded). */
    static List<String> part(PostText text, int first, int behindLast) {
        GivenTokens given = new GivenTokens();
        text.each(true, first, behindLast, given);
        return given.values();
    }

    /** A name is what stands without a gap. */
    private void placeNames() {
        int room = text.words() - 1;
        int first = text.words();
        while (first < text.size()) {
            int end = first + 1;
            while (end < text.size() && text.position(end) - text.position(end - 1) < GAP) {
                end++;
            }
            room = place(first, end, room);
            first = end;
        }
    }

    /** @param room the last token of the body that is free; @return the last one that is free then */
    private int place(int first, int end, int room) {
        int tokens = end - first;
        for (int at = room - tokens + 1; at >= 0 && isBody(at); at--) {
            if (fits(first, end, at)) {
                for (int i = 0; i < tokens; i++) {
                    onTop.set(at + i, terms(first + i));
                }
                return at - 2;
            }
        }
        behind.add(new int[]{first, end});
        return room;
    }

    private boolean isBody(int token) {
        return text.position(token) >= text.layout().bodyStart();
    }

    private boolean fits(int first, int end, int at) {
        for (int i = 1; i < end - first; i++) {
            if (text.position(at + i) - text.position(at) != text.position(first + i) - text.position(first)) {
                return false;
            }
        }
        return true;
    }

    private List<String> terms(int token) {
        List<String> terms = new ArrayList<>();
        text.each(stems, token, token + 1, (position, term, further) -> terms.add(term));
        return terms;
    }

    private List<String> values() {
        GivenTokens given = new GivenTokens();
        for (int token = 0; token < text.words(); token++) {
            text.each(stems, token, token + 1, given);
            for (String term : onTop.get(token)) {
                given.term(text.position(token), term, true);
            }
        }
        int position = Math.max(given.last(), text.layout().bodyEnd());
        for (int[] name : behind) {
            int start = position + GAP;
            text.each(stems, name[0], name[1],
                    (at, term, further) -> given.term(start + at - text.position(name[0]), term, further));
            position = given.last() + 1;
        }
        return given.values();
    }
}
