package broadsheet.search.rules;

import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WrittenForms;
import broadsheet.owner.SynonymFile;
import broadsheet.owner.SynonymRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The owner's synonyms by what is typed, in any form of the words: {@code cars} finds the rule of {@code car}. Made once
 * for a file and a language; safe for many threads.
 */
public final class SynonymTable {

    /** Words of the longest text for which others are searched; nobody types a longer one. */
    private static final int MOST_WORDS = 12;

    /** No synonyms. */
    public static final SynonymTable NONE = new SynonymTable(List.of());

    private final List<SynonymRule> rules;
    private final Map<String, OfLanguage> byLanguage = new ConcurrentHashMap<>();

    SynonymTable(List<SynonymRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Whether the owner has named no synonyms at all. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * One rule of the owner, for a text that was typed.
     *
     * @param side as the owner wrote the text
     * @param also the other texts of the rule
     */
    record Entry(String side, List<String> also) {}

    /**
     * @param entries by the key of a text
     * @param words the key of each word of each text
     * @param longest words in a text
     */
    private record OfLanguage(Map<String, List<Entry>> entries, Set<String> words, int longest) {}

    /** The rules for words that were typed one after the other; their keys, with spaces between them. */
    List<Entry> entries(String key, TextAnalysis analysis) {
        return of(analysis).entries().getOrDefault(key, List.of());
    }

    /** How many words the longest text has for which others are searched. */
    int longest(TextAnalysis analysis) {
        return of(analysis).longest();
    }

    /** Whether the word stands in a text of some rule: then it is right, though no post has it. */
    public boolean knows(String word, TextAnalysis analysis) {
        return !isEmpty() && of(analysis).words().contains(key(word, analysis));
    }

    private OfLanguage of(TextAnalysis analysis) {
        String code = analysis.language().code();
        OfLanguage known = byLanguage.get(code);
        if (known == null) {
            known = build(analysis);
            byLanguage.put(code, known);
        }
        return known;
    }

    private OfLanguage build(TextAnalysis analysis) {
        Map<String, List<Entry>> entries = new HashMap<>();
        Set<String> words = new HashSet<>();
        int longest = 0;
        for (SynonymRule rule : rules) {
            rule.also()
                    .forEach(text -> Stream.of(text.split(" ")).map(word -> key(word, analysis)).forEach(words::add));
            for (String side : rule.typed()) {
                List<String> keys = List.of(side.split(" ")).stream().map(word -> key(word, analysis)).toList();
                String key = String.join(" ", keys);
                Set<String> also = new LinkedHashSet<>(rule.also());
                also.removeIf(text -> text.equals(side));
                words.addAll(keys);
                longest = Math.max(longest, Math.min(keys.size(), MOST_WORDS));
                entries.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Entry(side, also.stream().limit(SynonymFile.MOST).toList()));
            }
        }
        return new OfLanguage(entries, words, longest);
    }

    /** The stems of a word, or its form where signs belong to it: {@code c++}. */
    static String key(String word, TextAnalysis analysis) {
        List<WrittenForms.Written> written = WrittenForms.in(word);
        if (written.size() == 1 && written.get(0).end() - written.get(0).start() == word.length()) {
            return written.get(0).term().utf8ToString();
        }
        return analysis.tokens(word).stream().map(Token::stem).map(stem -> stem.utf8ToString())
                .collect(Collectors.joining(" "));
    }
}
