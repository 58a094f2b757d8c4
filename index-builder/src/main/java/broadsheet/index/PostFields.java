package broadsheet.index;

/** The names under which every engine keeps the parts of a post. */
public final class PostFields {
    /** The post's id, one exact term. */
    public static final String ID = "id";
    /** The file that the post came from, one exact term; a file may hold several posts. */
    public static final String FILE = "file";
    /** The address on the post's site. */
    public static final String URL = "url";
    /** The headline. */
    public static final String TITLE = "title";
    /** The author's own summary. */
    public static final String EXCERPT = "excerpt";
    /** Headline, excerpt and body as one text. */
    public static final String ALL = "all";
    /** Publication time, milliseconds since 1970 in UTC. */
    public static final String DATE = "date";
    /** Time of the last change, milliseconds since 1970 in UTC. */
    public static final String UPDATED = "updated";
    /** The moment before which no reader may see the post, milliseconds since 1970 in UTC; missing on most posts. */
    public static final String VISIBLE_FROM = "visible";
    /** Authors' names. */
    public static final String AUTHOR = "author";
    /** Sections. */
    public static final String CATEGORY = "category";
    /** Tags. */
    public static final String TAG = "tag";
    /** Language as the post says or as it was guessed. */
    public static final String LANG = "lang";
    /** The picture's address. */
    public static final String IMAGE = "image";
    /** How many words headline, excerpt and body have. */
    public static final String WORDS = "words";

    private PostFields() {}
}
