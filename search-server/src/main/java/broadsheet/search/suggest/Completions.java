package broadsheet.search.suggest;

import broadsheet.copies.StoryTable;
import broadsheet.search.SearchEngine.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The texts that a text being typed may become: headlines, names, tags, phrases. All words must be there, in any order,
 * the last one perhaps unfinished; a text that begins as typed comes before others. Where nothing fits, one word may
 * have one slip. Kept in memory: for each word the numbers of the texts that have it.
 */
public final class Completions {

    /** Kinds of texts; a name is an author, a section, a tag or a phrase that several headlines have. */
    public enum Kind {
        NAME,
        HEADLINE
    }

    /**
     * One text.
     *
     * @param count posts that it would find
     * @param story the number of the headline's story; {@link StoryTable#NONE} where its post has no copies
     */
    public record Entry(String text, Kind kind, long count, List<String> words, int story) {
        public Entry {
            words = List.copyOf(words);
        }
    }

    /**
     * While fewer than {@value #NAMES_UP_TO} letters are typed, up to {@value #NAMES_FIRST} names stand before the
     * headlines, since the right headline is rarely among the first 8 yet. From the 6th letter on, names in front would
     * lose it for 3 queries in 100 (CompletionBench).
     */
    private static final int NAMES_FIRST = 3;
    private static final int NAMES_UP_TO = 6;
    private static final int KINDS = 8;
    /** Texts that begin as typed and are looked at for the same signs and capitals; further ones would take too long. */
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_WORDS = 20;
    /** A word of fewer letters than this is taken as typed. */
    private static final int SHORTEST_SLIP = 3;
    private static final int SHORTEST_TEXT = 4;
    /** A finished word that at least 5 texts have is meant as it stands: {@code tony} is not {@code tory}. */
    private static final int COMMON = 5;

    private final List<Entry> entries;
    private final int nameCount;
    private final String[] texts;
    private final String[] words;
    private final int[][] holders;

    /** @param entries names before headlines, of each the most wanted first */
    public Completions(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.nameCount = (int) entries.stream().filter(entry -> entry.kind() == Kind.NAME).count();
        this.texts = new String[entries.size()];
        Map<String, Integer> having = new HashMap<>();
        for (int i = 0; i < this.texts.length; i++) {
            this.texts[i] = String.join(" ", entries.get(i).words());
            for (String word : new HashSet<>(entries.get(i).words())) {
                having.merge(word, 1, Integer::sum);
            }
        }
        this.words = having.keySet().toArray(String[]::new);
        Arrays.sort(words);
        this.holders = new int[words.length][];
        Map<String, Integer> places = HashMap.newHashMap(words.length);
        for (int place = 0; place < words.length; place++) {
            places.put(words[place], place);
            holders[place] = new int[having.get(words[place])];
        }
        hold(places);
    }

    private void hold(Map<String, Integer> places) {
        int[] next = new int[words.length];
        for (int i = 0; i < entries.size(); i++) {
            for (String word : new HashSet<>(entries.get(i).words())) {
                int place = places.get(word);
                holders[place][next[place]++] = i;
            }
        }
    }

    /** The number of texts. */
    int size() {
        return entries.size();
    }

    /** The best completions of a text. */
    public List<Suggestion> of(String typed, int size) {
        List<String> typedWords = CompletionText.words(typed);
        if (typedWords.isEmpty() || typedWords.size() > MOST_WORDS) {
            return List.of();
        }
        String text = String.join(" ", typedWords);
        boolean unfinished = Character.isLetterOrDigit(typed.codePointBefore(typed.length()));
        BitSet found = matching(typedWords, unfinished, -1);
        List<Entry> best = best(found, typed, text, size);
        if (best.size() < size) {
            BitSet near = typed.length() < SHORTEST_TEXT ? new BitSet() : beginningNear(text);
            for (int slip = 0; near.cardinality() < size && slip < typedWords.size(); slip++) {
                boolean finished = !unfinished || slip < typedWords.size() - 1;
                if (typedWords.get(slip).length() >= SHORTEST_SLIP && !(finished && isCommon(typedWords.get(slip)))) {
                    near.or(matching(typedWords, unfinished, slip));
                }
            }
            near.andNot(found);
            best.addAll(best(near, typed, text, size - best.size()));
        }
        return best.stream().map(entry -> new Suggestion(entry.text(), entry.count())).toList();
    }

    /** Whether a word is one of the archive's own beyond doubt, and no slip. */
    private boolean isCommon(String word) {
        int place = Arrays.binarySearch(words, word);
        return place >= 0 && holders[place].length >= COMMON;
    }

    /** Texts that begin as typed, with one slip at most, wherever it is. */
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

    private List<Entry> best(BitSet found, String typed, String words, int size) {
        List<List<Entry>> headlines = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>()).limit(KINDS)
                .toList();
        List<List<Entry>> names = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>()).limit(KINDS).toList();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            Entry entry = entries.get(i);
            (i < nameCount ? names : headlines).get(unlikeness(entry, texts[i], typed, words)).add(entry);
            if (headlines.get(0).size() > MOST_LOOKED_AT || headlines.get(2).size() > MOST_LOOKED_AT) {
                break;
            }
        }
        List<Entry> allNames = names.stream().flatMap(List::stream).toList();
        Set<Integer> told = new HashSet<>();
        List<Entry> allHeadlines = headlines.stream().flatMap(List::stream)
                .filter(entry -> entry.story() == StoryTable.NONE || told.add(entry.story())).limit(size + 1L).toList();
        boolean begun = typed.length() < NAMES_UP_TO && allHeadlines.size() > size;
        int first = begun ? Math.min(NAMES_FIRST, IntStream.of(0, 1, 2).map(kind -> names.get(kind).size()).sum()) : 0;
        List<Entry> best = new ArrayList<>(allNames.subList(0, first));
        best.addAll(allHeadlines);
        best.addAll(allNames.subList(first, allNames.size()));
        return new ArrayList<>(best.subList(0, Math.min(size, best.size())));
    }

    /**
     * How a text differs from what was typed. It begins with the same signs and capitals: 0; with other capitals: 1; with
     * the same words, but other signs: 2. It begins with the same signs and capitals, one letter wrong or two swapped: 3;
     * with the same words and such a slip: 4; with a letter missing or too many: 5. It has the words in this order: 6; in
     * any: 7.
     */
    private static int unlikeness(Entry entry, String text, String typed, String typedWords) {
        if (text.startsWith(typedWords)) {
            boolean butForCapitals = entry.text().regionMatches(true, 0, typed, 0, typed.length());
            return entry.text().startsWith(typed) ? 0 : butForCapitals ? 1 : 2;
        }
        if (CompletionText.beginsWithOneWrong(text, typedWords)) {
            return CompletionText.beginsWithOneWrong(entry.text(), typed) ? 3 : 4;
        }
        return CompletionText.beginsNear(text, typedWords) ? 5 : text.contains(" " + typedWords) ? 6 : 7;
    }
}
