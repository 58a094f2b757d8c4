package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.copies.StoryTable;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.suggest.CompletionText;
import broadsheet.search.suggest.Completions;
import broadsheet.search.suggest.Completions.Entry;
import broadsheet.search.suggest.Completions.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the texts for completion from the posts that may be seen: headlines, authors, sections, tags, phrases. */
final class CompletionBuilder implements CompletionSource.Taker {

    /** The newest headlines; with these an archive of any size costs some ten megabytes at most. */
    private static final int MOST_HEADLINES = 100_000;
    private static final int MOST_NAMES = 20_000;
    /** Headlines that must have a phrase before it is offered. */
    private static final int FREQUENT = 5;
    private static final int LONGEST_PHRASE = 3;

    private final Reading reading;
    private final List<Headline> headlines = new ArrayList<>();
    private final Map<String, Counted> names = new HashMap<>();
    private final Pace pace = new Pace();

    CompletionBuilder(Reading reading) {
        this.reading = reading;
    }

    /** @param words empty until phrases are counted: only the newest headlines need theirs */
    private record Headline(String text, List<String> words, long date, int story) {

        Headline withWords(List<String> known) {
            return new Headline(text, known, date, story);
        }
    }

    private static final class Counted {
        private final String text;
        private long posts;

        Counted(String text) {
            this.text = text;
        }
    }

    Completions build(CompletionSource source) throws IOException {
        source.each(this);
        keepNewest();
        countPhrases();
        List<Entry> entries = new ArrayList<>(names.values().stream()
                .sorted(Comparator.comparingLong((Counted name) -> -name.posts).thenComparing(name -> name.text))
                .limit(MOST_NAMES)
                .map(name -> new Entry(name.text, Kind.NAME, name.posts, CompletionText.words(name.text),
                        StoryTable.NONE))
                .toList());
        entries.addAll(headlineEntries());
        return new Completions(entries);
    }

    @Override
    public void headline(String text, long date, int story) {
        if (!text.isBlank()) {
            headlines.add(new Headline(text, List.of(), date, story));
            if (headlines.size() > 2 * MOST_HEADLINES) {
                keepNewest();
            }
        }
    }

    @Override
    public void name(String name, long posts) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Counted(name)).posts += posts;
    }

    /** The newest first, of one date those that were found first. */
    private void keepNewest() {
        headlines.sort(Comparator.comparingLong(Headline::date).reversed());
        if (headlines.size() > MOST_HEADLINES) {
            headlines.subList(MOST_HEADLINES, headlines.size()).clear();
        }
    }

    /**
     * Two or three neighbouring words of many headlines, with no stop word at either end. Nearly all stand in one headline:
     * they are counted by a number first, and only what may be frequent is made a text.
     */
    private void countPhrases() {
        headlines.replaceAll(headline -> {
            pace.step();
            return headline.withWords(CompletionText.words(headline.text()));
        });
        PhraseCounts seen = new PhraseCounts();
        headlines.forEach(headline -> eachPhrase(headline, seen::add));
        seen.count(FREQUENT);
        Map<String, Integer> phrases = new HashMap<>();
        headlines.forEach(headline -> eachPhrase(headline, phrase -> {
            if (seen.mayBeFrequent(phrase)) {
                phrases.merge(String.join(" ", phrase), 1, Integer::sum);
            }
        }));
        phrases.forEach((phrase, count) -> {
            String[] words = phrase.split(" ");
            if (count >= FREQUENT && !isStopWord(words[0]) && !isStopWord(words[words.length - 1])) {
                Counted counted = names.computeIfAbsent(phrase, key -> new Counted(phrase));
                counted.posts = Math.max(counted.posts, count);
            }
        });
    }

    private void eachPhrase(Headline headline, Consumer<List<String>> taker) {
        pace.step();
        List<String> words = headline.words();
        for (int start = 0; start < words.size(); start++) {
            int last = Math.min(words.size(), start + LONGEST_PHRASE);
            for (int end = start + 2; end <= last; end++) {
                taker.accept(words.subList(start, end));
            }
        }
    }

    private boolean isStopWord(String word) {
        return word.length() == 1 || reading.languages().stream()
                .anyMatch(language -> reading.analysis(language).tokens(word).stream().anyMatch(Token::stopWord));
    }

    private List<Entry> headlineEntries() {
        Map<String, Headline> distinct = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Headline headline : headlines) {
            distinct.putIfAbsent(headline.text(), headline);
            counts.merge(headline.text(), 1, Integer::sum);
        }
        return distinct.values().stream().map(headline -> new Entry(headline.text(), Kind.HEADLINE,
                counts.get(headline.text()), headline.words(), headline.story())).toList();
    }
}
