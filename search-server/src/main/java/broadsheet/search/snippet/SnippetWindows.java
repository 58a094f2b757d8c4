package broadsheet.search.snippet;

import broadsheet.search.Hit.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a passage at word ends where a snippet has no room for it. Where one window cannot show all matches, others follow,
 * which never overlap.
 */
final class SnippetWindows {

    /** Characters of a snippet, without the dots where it was cut; about two lines of a page. */
    static final int LONGEST = 300;
    static final int SHORT = 120;
    /** Characters shown before the first mark. */
    private static final int BEFORE = SHORT / 2;
    /** Worth of the marks at a match's ends, which it needs; words between may stand there many times. */
    private static final int END = 20;

    private final CharSequence text;
    private final List<Placed> placed;
    private final List<Mark> marks;
    private final ShownMarks shown;
    private final List<Window> free = new ArrayList<>();

    /**
     * @param placed the matches in the passage
     * @param marks all their marks, in order and without overlap
     * @param shown the marks that earlier snippets show; grows with each window
     */
    SnippetWindows(CharSequence text, List<Placed> placed, List<Mark> marks, ShownMarks shown) {
        this.text = text;
        this.placed = placed;
        this.marks = marks;
        this.shown = shown;
        free.add(new Window(0, text.length()));
    }

    /**
     * A match of a piece, and its marks in the passage.
     *
     * @param marks one for each mark of the span; {@link #OUTSIDE} for one outside of the passage
     */
    record Placed(Span span, List<Mark> marks) {
        static final Mark OUTSIDE = new Mark(-1, -1);
    }

    /** Offsets into the passage's text, end exclusive. */
    record Window(int start, int end) {

        boolean holds(Mark mark) {
            return mark.start() >= start && mark.end() <= end;
        }

        /** The part of a mark that is shown, moved to where the window's text begins at the offset. */
        Optional<Mark> part(Mark mark, int offset) {
            int from = Math.max(mark.start(), start);
            int to = Math.min(mark.end(), end);
            return from < to ? Optional.of(new Mark(from - start + offset, to - start + offset)) : Optional.empty();
        }
    }

    /** The best window, and more as long as they show what none did before; in the order of the text. */
    List<Window> windows(int most) {
        Window all = new Window(0, text.length());
        if (text.length() <= LONGEST && most > 0) {
            take(all);
            return List.of(all);
        }
        List<Window> windows = new ArrayList<>();
        Window next = best().orElseGet(() -> atWords(all, 0, 0));
        while (windows.size() < most && (windows.isEmpty() || showsMore(next))) {
            windows.add(next);
            take(next);
            next = best().orElse(next);
        }
        windows.sort(Comparator.comparingInt(Window::start));
        return windows;
    }

    private Optional<Window> best() {
        Optional<Window> best = Optional.empty();
        long most = -1;
        for (Mark first : marks) {
            for (Window room : free) {
                for (int before : room.holds(first) ? new int[]{BEFORE, 0} : new int[0]) {
                    Window window = atWords(room, first.start(), before);
                    long worth = worth(window, before > 0);
                    if (worth > most) {
                        most = worth;
                        best = Optional.of(window);
                    }
                }
            }
        }
        return best;
    }

    /** Pieces shown whole, then words before the first mark, then marks that no snippet shows yet, then marked text. */
    private long worth(Window window, boolean wordsBefore) {
        BitSet whole = new BitSet();
        int fresh = 0;
        for (Placed place : placed) {
            if (!shown.tells(place.span())) {
                int marked = place.marks().size();
                int seen = 0;
                for (int i = 0; i < marked; i++) {
                    boolean before = shown.has(place.span().marks().get(i));
                    boolean here = window.holds(place.marks().get(i));
                    seen += before || here ? 1 : 0;
                    fresh += here && !before ? i == 0 || i == marked - 1 ? END : 1 : 0;
                }
                if (seen == marked) {
                    whole.set(place.span().piece());
                }
            }
        }
        int characters = 0;
        for (Mark mark : marks) {
            characters += Math.max(0, Math.min(mark.end(), window.end()) - Math.max(mark.start(), window.start()));
        }
        return ((whole.cardinality() * 2L + (wordsBefore ? 1 : 0)) * 1_000_000 + fresh) * 1_000 + characters;
    }

    private boolean showsMore(Window window) {
        for (Placed place : placed) {
            for (int i = 0; i < place.marks().size() && !shown.tells(place.span()); i++) {
                if (window.holds(place.marks().get(i)) && !shown.has(place.span().marks().get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void take(Window window) {
        for (Placed place : placed) {
            for (int i = 0; i < place.marks().size(); i++) {
                if (window.holds(place.marks().get(i))) {
                    shown.add(place.span().marks().get(i));
                }
            }
        }
        for (Placed place : placed) {
            shown.check(place.span());
        }
        for (Window room : free) {
            if (room.start() <= window.start() && window.end() <= room.end()) {
                free.remove(room);
                free.add(new Window(room.start(), window.start()));
                free.add(new Window(window.end(), room.end()));
                return;
            }
        }
        throw new IllegalStateException("a window lies in a room");
    }

    /** The window within the room that shows {@code before} characters before its first mark, or all there are. */
    private Window atWords(Window room, int mark, int before) {
        int start = Math.max(room.start(), Math.min(mark - before, room.end() - LONGEST));
        if (start > room.start()) {
            start = wordStartAfter(start, mark);
        } else if (start > 0 && text.charAt(start) == ' ') {
            start++;
        }
        int end = Math.min(room.end(), start + LONGEST);
        if (end < room.end()) {
            end = wordEndBefore(end, start);
        } else if (end < text.length() && text.charAt(end - 1) == ' ') {
            end--;
        }
        return new Window(start, end);
    }

    private int wordStartAfter(int from, int latest) {
        for (int i = from; i < latest; i++) {
            if (text.charAt(i) == ' ') {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private int wordEndBefore(int from, int start) {
        for (int i = from; i > start + LONGEST / 2; i--) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }
}
