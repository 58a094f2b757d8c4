/**
 * Questions made of words, answered in one walk over the postings.
 *
 * <p>A search wants two things of the same posts: all that match, for the counts, and the best ten. Lucene makes two
 * searches of that. Here a question is taken apart once ({@link Plan}): what a post needs, what adds to its score, what
 * lets it through. The walk then goes from post to post that has what is needed, notes it, adds up what the needed words
 * score, and looks at the rest only if the post could still be among the best.
 *
 * <ul>
 * <li>All words: the lists of postings leap to one another's posts, the shortest list first ({@link AllWalk}).
 * <li>Any of some words: the posts are the union of the lists, 64 at a time. The best are looked for as MaxScore does
 *     (Turtle and Flood 1995): lists that together cannot reach the least score worth collecting are only looked up
 *     for posts of the other lists ({@link AnyWalk}).
 * <li>One word: blocks of postings whose greatest score is too low are passed over (Ding and Suel 2011).
 * </ul>
 *
 * <p>What bounds what: a word's score is never more than its weight, as {@code x / (x + 1)} is below 1; a bonus no more
 * than the sum of its words; being new no more than what a post of today gets. The sums are those of Lucene, a float
 * for each clause and a double for their sum, so that scores are the same to the last digit that an answer shows.
 * Each walk asks the budget every thousand posts that it looks at, and keeps what it has found when nothing is left.
 *
 * <p>Knows nothing of pages or stories: a collector decides what is best. Questions of which no post answers two, such as
 * one in each language, are walked one after the other. Questions of another shape, such as those for any of some patterns,
 * are left to Lucene.
 */
package broadsheet.search.lucene.walk;
