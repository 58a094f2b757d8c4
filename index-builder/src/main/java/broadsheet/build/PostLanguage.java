package broadsheet.build;

import broadsheet.post.Post;

/**
 * The language of a post in the index, and of which signs it was decided.
 *
 * @param signs as {@link Post#languageSigns} has them
 */
record PostLanguage(String lang, String signs) {

    /** Between the two in a text; no tag and no signs have it. */
    private static final char BETWEEN = '|';

    static PostLanguage of(Post post) {
        return new PostLanguage(post.lang(), post.languageSigns());
    }

    /** {@code en} for the many posts whose signs leave no doubt; else {@code en|en es40 /80}. */
    @Override
    public String toString() {
        return lang.equals(signs) ? lang : lang + BETWEEN + signs;
    }

    /** Reads what {@link #toString} wrote. */
    static PostLanguage of(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 0
                ? new PostLanguage(text, text)
                : new PostLanguage(text.substring(0, between), text.substring(between + 1));
    }
}
