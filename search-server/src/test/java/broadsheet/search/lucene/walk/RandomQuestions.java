package broadsheet.search.lucene.walk;

import broadsheet.index.PostFields;
import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.ByLanguage;
import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.view.Dictionary;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Posts of few words, and questions of these words that a walk or Lucene answers. Not for several threads. */
final class RandomQuestions {

    private static final String[] WORDS = {"harbour", "mayor", "flood", "wall", "council", "storm", "rail", "brass",
            "nowhere"};
    /** Posts have dates an hour apart, in the order of their numbers. */
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final String[] PREFIXES = {"h", "ma", "s", "w", "x", "co"};

    private final Random random;
    private final boolean manyPosts;
    /** The language that the last question is asked in. */
    private String language = "en";
    private boolean ofSeveral;

    /** @param manyPosts for an archive that is looked at in several parts */
    RandomQuestions(Random random, boolean manyPosts) {
        this.random = random;
        this.manyPosts = manyPosts;
    }

    /** Whether the last question is one in two languages. */
    boolean isOfSeveral() {
        return ofSeveral;
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            // the first words are the commonest; the last one is in no post
            int word = (int) ((WORDS.length - 1) * Math.pow(random.nextDouble(), 2));
            text.append(WORDS[word]).append(random.nextInt(6) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private int posts(int build) {
        return build == 0 && manyPosts ? 7_000 : 20 + random.nextInt(300);
    }

    /** The posts of an archive, build after build. */
    List<List<Post>> builds() {
        List<List<Post>> builds = new ArrayList<>();
        for (int build = 0; build < 1 + random.nextInt(3); build++) {
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < posts(build); i++) {
                // later builds write some posts anew, which leaves deleted documents
                String id = "p" + (build > 0 && random.nextInt(4) == 0 ? random.nextInt(20) : build * 1_000 + i);
                if (build == 0 || posts.stream().noneMatch(post -> post.id().equals(id))) {
                    posts.add(IndexOfPosts
                            .post(id, random.nextInt(4) == 0 ? "de" : "en", text(1 + random.nextInt(4)),
                                    text(1 + random.nextInt(manyPosts ? 12 : 60)))
                            .date(FIRST.plus(Duration.ofHours(build * 1_000L + i))).build());
                }
            }
            builds.add(posts);
        }
        return builds;
    }

    private TermQuery word(String field) {
        return new TermQuery(new Term(field, WORDS[random.nextInt(WORDS.length)]));
    }

    private Query boosted(Query query) {
        return random.nextInt(3) == 0 ? query : new BoostQuery(query, .1f + random.nextFloat());
    }

    private Query phrase() {
        return new PhraseQuery(random.nextInt(5), "all_" + language, WORDS[random.nextInt(4)],
                WORDS[4 + random.nextInt(5)]);
    }

    private Query bonus() {
        return switch (random.nextInt(4)) {
            case 0 -> boosted(word("title_" + language));
            case 1 -> boosted(phrase());
            case 2 -> boosted(new BooleanQuery.Builder().add(word("title_" + language), Occur.SHOULD)
                    .add(word("head_" + language), Occur.SHOULD).build());
            default -> boosted(new BooleanQuery.Builder().add(word("title_" + language), Occur.MUST)
                    .add(word("title_" + language), Occur.MUST).add(word("title_" + language), Occur.SHOULD).build());
        };
    }

    /** Two to four words in a row, as they stand; now and then with a gap. */
    private Query quotation() {
        PhraseQuery.Builder quotation = new PhraseQuery.Builder();
        int at = 0;
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            quotation.add(new Term("exact", WORDS[random.nextInt(random.nextInt(4) == 0 ? WORDS.length : 3)]), at);
            at += random.nextInt(8) == 0 ? 2 : 1;
        }
        return quotation.build();
    }

    private PatternQuery pattern(Reading reading) {
        Dictionary words = reading.view().words("exact");
        return new PatternQuery(TermExpansion.ofPrefix("exact", words, PREFIXES[random.nextInt(PREFIXES.length)]));
    }

    private Query needed(Reading reading) {
        return switch (random.nextInt(9)) {
            case 0 -> phrase();
            case 7, 8 -> quotation();
            case 2 -> pattern(reading);
            case 1 -> new BooleanQuery.Builder().add(word("all_" + language), Occur.SHOULD)
                    .add(new BoostQuery(word("exact"), 0), Occur.SHOULD).build();
            default -> word("all_" + language);
        };
    }

    Query question(Reading reading) throws IOException {
        ofSeveral = false;
        if (random.nextInt(4) > 0) {
            return framed(inOneLanguage(reading, "en"));
        }
        Query joined = new ByLanguage(reading)
                .joined(Map.of("de", inOneLanguage(reading, "de"), "en", inOneLanguage(reading, "en")));
        ofSeveral = joined instanceof OneOf;
        return framed(joined);
    }

    private Query inOneLanguage(Reading reading, String code) {
        language = code;
        BooleanQuery.Builder question = new BooleanQuery.Builder();
        if (random.nextInt(8) == 0) {
            // a language that says all words of the question too often: each of its posts is an answer
            question.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        } else if (random.nextBoolean()) {
            for (int i = 0; i <= random.nextInt(4); i++) {
                question.add(needed(reading), Occur.MUST);
            }
        } else {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(random.nextInt(2));
            for (int i = 0; i <= random.nextInt(5); i++) {
                some.add(alternative(reading), Occur.SHOULD);
            }
            question.add(some.build(), Occur.MUST);
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            question.add(bonus(), Occur.SHOULD);
        }
        return question.build();
    }

    private Query alternative(Reading reading) {
        return switch (random.nextInt(9)) {
            case 8 -> boosted(filtered());
            case 0 -> boosted(pattern(reading));
            case 3 -> boosted(random.nextBoolean() ? phrase() : quotation());
            case 1, 2 -> {
                String word = WORDS[random.nextInt(WORDS.length)];
                yield new BooleanQuery.Builder().add(new TermQuery(new Term("all_" + language, word)), Occur.MUST)
                        .add(boosted(new TermQuery(new Term("title_" + language, word))), Occur.SHOULD).build();
            }
            default -> boosted(word("all_" + language));
        };
    }

    /** What a field's word is: a filter decides, a word scores. */
    private Query filtered() {
        Query scoring = random.nextBoolean()
                ? word("all_" + language)
                : new BooleanQuery.Builder().add(word("all_" + language), Occur.MUST)
                        .add(boosted(word("title_" + language)), Occur.SHOULD).build();
        return new BooleanQuery.Builder().add(random.nextBoolean() ? word("title_" + language) : phrase(), Occur.FILTER)
                .add(scoring, Occur.SHOULD).build();
    }

    private Query framed(Query question) {
        BooleanQuery.Builder framed = new BooleanQuery.Builder().add(question, Occur.MUST);
        if (random.nextInt(3) == 0) {
            framed.add(filter(), Occur.FILTER);
        }
        if (random.nextInt(4) == 0) {
            framed.add(random.nextBoolean() ? word("title_" + language) : phrase(), Occur.MUST_NOT);
        }
        return framed.build();
    }

    private Query filter() {
        return switch (random.nextInt(3)) {
            case 0 -> word("exact");
            case 1 -> new PrefixQuery(new Term("exact", "h"));
            default -> {
                Instant from = FIRST.plus(Duration.ofHours(random.nextInt(3_000)));
                yield LongField.newRangeQuery(PostFields.DATE, from.toEpochMilli(),
                        from.plus(Duration.ofHours(random.nextInt(1_000))).toEpochMilli());
            }
        };
    }

    /** All posts that have a word, in the language of the last question. */
    Query others() {
        return word("all_" + language);
    }
}
