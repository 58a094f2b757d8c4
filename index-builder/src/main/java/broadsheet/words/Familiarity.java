package broadsheet.words;

/** How well known a word is, the best known first. */
public enum Familiarity {

    /** A word of the language, in any of its forms: {@code standpoint}, {@code travelled}. */
    WORD,
    /** A name that many know, or letters that stand for one: {@code oman}, {@code nato}, {@code crowley}. */
    NAME,
    /**
     * A name that few know: a rare surname, a small town. About one slip in a hundred looks like such a name, so that it
     * is weaker evidence than the others.
     */
    RARE_NAME,
    /** In no list. */
    UNKNOWN
}
