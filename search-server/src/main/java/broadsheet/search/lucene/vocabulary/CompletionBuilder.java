package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.copies.StoryTable;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.suggest.CompletionText;
import broadsheet.search.suggest.Completions;
import broadsheet.search.suggest.Completions.Entry;
import broadsheet.search.suggest.Completions.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Collects the texts for completion from the posts that may be seen: headlines, authors, sections, tags, phrases. */
final class CompletionBuilder {

    /** The newest headlines; with these an archive of any size costs some ten megabytes at most. */
    private static final int MOST_HEADLINES = 100_000;
    private static final int MOST_NAMES = 20_000;
    /** Headlines that must have a phrase before it is offered. */
    private static final int FREQUENT = 5;
    private static final int LONGEST_PHRASE = 3;

    private final Reading reading;
    private final List<Headline> headlines = new ArrayList<>();
    private final Map<String, Counted> names = new HashMap<>();

    CompletionBuilder(Reading reading) {
        this.reading = reading;
    }

    private record Headline(String text, long date, int story) {}

    private static final class Counted {
        private final String text;
        private long posts;

        Counted(String text) {
            this.text = text;
        }
    }

    Completions build() throws IOException {
        IndexReader reader = reading.reader();
        FixedBitSet hidden = MatchSet.of(reading, PostSchema.hiddenAt(reading.now())).documents();
        Bits live = MultiBits.getLiveDocs(reader);
        StoredPosts posts = new StoredPosts(reader);
        for (int document = 0; document < reader.maxDoc(); document++) {
            if (!hidden.get(document) && (live == null || live.get(document))) {
                collect(posts.card(document), reading.stories().storyOf(document));
            }
        }
        headlines.sort(Comparator.comparingLong(Headline::date).reversed());
        List<Headline> newest = headlines.subList(0, Math.min(MOST_HEADLINES, headlines.size()));
        countPhrases(newest);
        List<Entry> entries = new ArrayList<>(names.values().stream()
                .sorted(Comparator.comparingLong((Counted name) -> -name.posts).thenComparing(name -> name.text))
                .limit(MOST_NAMES)
                .map(name -> new Entry(name.text, Kind.NAME, name.posts, CompletionText.words(name.text),
                        StoryTable.NONE))
                .toList());
        entries.addAll(headlineEntries(newest));
        return new Completions(entries);
    }

    private void collect(PostCard post, int story) {
        if (!post.title().isBlank()) {
            headlines.add(new Headline(post.title(), post.date().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                    story));
        }
        for (List<String> values : List.of(post.authors(), post.categories(), post.tags())) {
            for (String name : values) {
                names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Counted(name)).posts++;
            }
        }
    }

    /** Two or three neighbouring words of many headlines, with no stop word at either end. */
    private void countPhrases(List<Headline> from) {
        Map<String, Integer> phrases = new HashMap<>();
        for (Headline headline : from) {
            List<String> words = CompletionText.words(headline.text());
            for (int start = 0; start < words.size(); start++) {
                int last = Math.min(words.size(), start + LONGEST_PHRASE);
                for (int end = start + 2; end <= last; end++) {
                    phrases.merge(String.join(" ", words.subList(start, end)), 1, Integer::sum);
                }
            }
        }
        phrases.forEach((phrase, count) -> {
            String[] words = phrase.split(" ");
            if (count >= FREQUENT && !isStopWord(words[0]) && !isStopWord(words[words.length - 1])) {
                Counted counted = names.computeIfAbsent(phrase, key -> new Counted(phrase));
                counted.posts = Math.max(counted.posts, count);
            }
        });
    }

    private boolean isStopWord(String word) {
        return word.length() == 1 || reading.languages().stream()
                .anyMatch(language -> reading.analysis(language).tokens(word).stream().anyMatch(Token::stopWord));
    }

    private static List<Entry> headlineEntries(List<Headline> newest) {
        Map<String, Headline> distinct = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Headline headline : newest) {
            distinct.putIfAbsent(headline.text(), headline);
            counts.merge(headline.text(), 1, Integer::sum);
        }
        return distinct.values().stream().map(headline -> new Entry(headline.text(), Kind.HEADLINE,
                counts.get(headline.text()), CompletionText.words(headline.text()), headline.story())).toList();
    }
}
