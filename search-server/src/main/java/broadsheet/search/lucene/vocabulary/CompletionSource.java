package broadsheet.search.lucene.vocabulary;

import java.io.IOException;

/** The posts that may be seen, as their completions need them. */
@FunctionalInterface
public interface CompletionSource {

    /** Gives out headlines and names; of equally old posts the first in the order of posts comes first. */
    void each(Taker taker) throws IOException;

    /** Gets headlines and names in any number. */
    interface Taker {

        /**
         * A headline.
         *
         * @param date in milliseconds; {@link Long#MIN_VALUE} for an undated post
         * @param story which posts are copies of one another: the number of their story, else {@code StoryTable.NONE}
         */
        void headline(String text, long date, int story);

        /** An author, section or tag. @param posts that have it */
        void name(String name, long posts);
    }
}
