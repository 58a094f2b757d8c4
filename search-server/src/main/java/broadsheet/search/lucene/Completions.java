package broadsheet.search.lucene;

import broadsheet.search.SearchEngine.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts that a text being typed may become: headlines, names, tags, phrases. All words must be there, in any order,
 * the last one perhaps unfinished; a text that begins as typed comes before others. Where nothing fits, one word may
 * have one slip. Kept in memory: for each word the numbers of the texts that have it.
 */
final class Completions {

    /** Kinds of texts; a name is an author, a section, a tag or a phrase that several headlines have. */
    enum Kind {
        NAME, HEADLINE
    }

    /**
     * One text.
     *
     * @param count posts that it would find
     */
    record Entry(String text, Kind kind, long count, List<String> words) {
        Entry {
            words = List.copyOf(words);
        }
    }

    /**
     * Of the first places so many may be names while so few letters are typed: then there are too many headlines to
     * find the one that is meant; later it is among the first, and a name in its place costs three in a hundred.
     */
    private static final int NAMES_FIRST = 3;
    private static final int NAMES_UP_TO = 6;
    private static final int KINDS = 5;
    private static final int MOST_WORDS = 20;
    /** A word of fewer letters than this is taken as typed. */
    private static final int SHORTEST_SLIP = 3;
    private static final int SHORTEST_TEXT = 4;

    private final List<Entry> entries;
    private final int nameCount;
    private final String[] texts;
    private final String[] words;
    private final int[][] holders;

    /** @param entries names before headlines, of each the most wanted first */
    Completions(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.nameCount = (int) entries.stream().filter(entry -> entry.kind() == Kind.NAME).count();
        this.texts = entries.stream().map(entry -> String.join(" ", entry.words())).toArray(String[]::new);
        this.words = entries.stream().flatMap(entry -> entry.words().stream()).distinct().sorted()
                .toArray(String[]::new);
        int[] sizes = new int[words.length];
        for (Entry entry : entries) {
            entry.words().stream().distinct().forEach(word -> sizes[Arrays.binarySearch(words, word)]++);
        }
        this.holders = new int[words.length][];
        Arrays.setAll(holders, i -> new int[sizes[i]]);
        int[] next = new int[words.length];
        for (int i = 0; i < entries.size(); i++) {
            int number = i;
            entries.get(i).words().stream().distinct().mapToInt(word -> Arrays.binarySearch(words, word))
                    .forEach(word -> holders[word][next[word]++] = number);
        }
    }

    /** How many texts there are. */
    int size() {
        return entries.size();
    }

    /** The best completions of a text. */
    List<Suggestion> of(String typed, int size) {
        List<String> typedWords = CompletionText.words(typed);
        if (typedWords.isEmpty() || typedWords.size() > MOST_WORDS) {
            return List.of();
        }
        String text = String.join(" ", typedWords);
        boolean unfinished = Character.isLetterOrDigit(typed.codePointBefore(typed.length()));
        BitSet found = matching(typedWords, unfinished, -1);
        List<Entry> best = best(found, text, size);
        if (best.size() < size) {
            BitSet near = typed.length() < SHORTEST_TEXT ? new BitSet() : beginningNear(text);
            for (int slip = 0; near.cardinality() < size && slip < typedWords.size(); slip++) {
                if (typedWords.get(slip).length() >= SHORTEST_SLIP) {
                    near.or(matching(typedWords, unfinished, slip));
                }
            }
            near.andNot(found);
            best.addAll(best(near, text, size - best.size()));
        }
        return best.stream().map(entry -> new Suggestion(entry.text(), entry.count())).toList();
    }

    /** Texts that begin as typed but for one slip, wherever it is. */
    private BitSet beginningNear(String typed) {
        BitSet near = new BitSet(texts.length);
        for (int i = 0; i < texts.length; i++) {
            if (CompletionText.beginsNear(texts[i], typed)) {
                near.set(i);
            }
        }
        return near;
    }

    /** @param slip the number of the word that may be a little wrong, or -1 */
    private BitSet matching(List<String> typed, boolean unfinished, int slip) {
        BitSet found = new BitSet();
        // The word that narrows most is nearly always the one taken as typed, so the scan for slips comes last.
        boolean first = true;
        for (int i = 0; i < typed.size(); i++) {
            if (i != slip) {
                narrow(found, exact(typed.get(i), unfinished && i == typed.size() - 1), first);
                first = false;
                if (found.isEmpty()) {
                    return found;
                }
            }
        }
        if (slip >= 0) {
            narrow(found, near(typed.get(slip), unfinished && slip == typed.size() - 1), first);
        }
        return found;
    }

    private static void narrow(BitSet found, BitSet holding, boolean first) {
        if (first) {
            found.or(holding);
        } else {
            found.and(holding);
        }
    }

    private BitSet exact(String word, boolean beginning) {
        BitSet holding = new BitSet(entries.size());
        int place = Arrays.binarySearch(words, word);
        for (int i = place < 0 ? -place - 1 : place; i < words.length
                && (beginning ? words[i].startsWith(word) : words[i].equals(word)); i++) {
            add(holding, i);
        }
        return holding;
    }

    private BitSet near(String word, boolean beginning) {
        BitSet holding = new BitSet(entries.size());
        for (int i = 0; i < words.length; i++) {
            if (beginning ? CompletionText.beginsNear(words[i], word) : CompletionText.isNear(words[i], word)) {
                add(holding, i);
            }
        }
        return holding;
    }

    private void add(BitSet holding, int word) {
        for (int number : holders[word]) {
            holding.set(number);
        }
    }

    private List<Entry> best(BitSet found, String typed, int size) {
        List<List<Entry>> headlines = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>()).limit(KINDS)
                .toList();
        List<List<Entry>> names = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>()).limit(KINDS).toList();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            (i < nameCount ? names : headlines).get(unlikeness(texts[i], typed)).add(entries.get(i));
            if (headlines.get(0).size() > size) {
                break;
            }
        }
        List<Entry> allNames = names.stream().flatMap(List::stream).toList();
        List<Entry> allHeadlines = headlines.stream().flatMap(List::stream).limit(size + 1L).toList();
        boolean begun = typed.length() < NAMES_UP_TO && allHeadlines.size() > size;
        int first = begun ? Math.min(NAMES_FIRST, names.get(0).size()) : 0;
        List<Entry> best = new ArrayList<>(allNames.subList(0, first));
        best.addAll(allHeadlines);
        best.addAll(allNames.subList(first, allNames.size()));
        return new ArrayList<>(best.subList(0, Math.min(size, best.size())));
    }

    /** 0: begins as typed; 1: so but for a wrong letter; 2: so but for another slip; 3: has it as it stands; 4: has the words. */
    private static int unlikeness(String text, String typed) {
        if (text.startsWith(typed)) {
            return 0;
        }
        if (CompletionText.beginsWithOneWrong(text, typed)) {
            return 1;
        }
        return CompletionText.beginsNear(text, typed) ? 2 : text.contains(" " + typed) ? 3 : 4;
    }
}
