package broadsheet.post.template;

/** Characters of Unicode's private use that stand in a source for what was taken out of it. */
public final class SourceSigns {

    /** Stands for a template tag that put something there: parts two words, and is nothing else. */
    public static final char OUTPUT = '\uE001';
    /** Stands for the end of a paragraph. */
    public static final char BREAK = '\uE003';
    /** The same where the next paragraph is one that the page does not show: an argument of a template tag. */
    public static final char UNSEEN = '\uE004';

    private SourceSigns() {}
}
