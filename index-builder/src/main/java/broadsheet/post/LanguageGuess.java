package broadsheet.post;

/** Which language a text is in. */
public final class LanguageGuess {

    private LanguageGuess() {}

    /** BCP 47 primary subtag, {@code und} when unclear. */
    public static String of(String text) {
        return "und";
    }
}
