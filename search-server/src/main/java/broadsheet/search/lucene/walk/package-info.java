/**
 * Questions made of words, answered in one walk over the postings.
 *
 * <p>A search wants two things of the same posts: all that match, for the counts, and the best ten. Lucene makes two
 * searches of that. Here a question is taken apart once ({@link Plan}): what a post needs, what adds to its score, what
 * lets it through.
 *
 * <p>Where all that is needed are words, words of a pattern, or quotations of two common words ({@link Listed}), or where any
 * of such, of quotations and of words in headlines is enough, the matches are found first, as a set ({@link Matching}): whole lists of postings are put together 64 posts at a time, or the shortest
 * one leaps to the posts of a much longer one. A post that only counts costs about a nanosecond. Before long lists come the
 * filters: the lists are then read from the first to the last post that these let through, which are close together where a
 * filter names a year and posts were indexed by date. Then the best are looked for ({@link SetWalk}, {@link Pass}), a part of
 * 2,048 posts at a time, and what cannot be among them is passed over:
 *
 * <ul>
 * <li>Posts that may have the greatest bonuses come first, and those of the newest parts, so that the least score worth
 *     collecting is high when the others are looked at.
 * <li>A part: the greatest score of each word in it is known from its blocks of postings (Ding and Suel 2011), that of each
 *     bonus as well, where there are many posts to be judged, and the greatest share for being new from its dates. Of the
 *     words of a pattern it is known from searches before ({@link PatternBounds}).
 * <li>The posts of a part: lists that together cannot reach the least score decide nothing (MaxScore; Turtle and Flood
 *     1995). Of the others each gets a bound: what the words and bonuses can give whose lists have it ({@link Near}).
 * <li>A post: its words are scored as long as the bounds of the others leave it a chance, then its bonuses, the dear ones
 *     last ({@link Best}).
 * </ul>
 *
 * <p>Other quotations and the like are told by the places of words: there each post is looked at once, and counted and scored
 * together ({@link AllWalk}). Where two common words of a quotation stand side by side is known since the index of many
 * posts was built ({@link broadsheet.index.lucene.grams.CommonGrams}), so that few posts are looked at.
 *
 * <p>What bounds what: a word's score is never more than its weight, as {@code x / (x + 1)} is below 1; a bonus no more
 * than the sum of its words; being new no more than what a post of today gets. The sums are those of Lucene, a float
 * for each clause and a double for their sum, so that scores are the same to the last digit that an answer shows.
 * Each walk asks the budget every thousand posts that it looks at, and keeps what it has found when nothing is left. Sets of
 * posts are lent by the {@link Segment} and used again, since a question is walked once for each language.
 *
 * <p>Knows nothing of pages or stories: a collector decides what is best, and gets posts in no order. Questions of which no
 * post answers two, such as one in each language, are walked one after the other, those of few posts first. Questions of
 * another shape are left to Lucene.
 */
package broadsheet.search.lucene.walk;
