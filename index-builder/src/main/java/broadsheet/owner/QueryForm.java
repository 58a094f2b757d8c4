package broadsheet.owner;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A query as it is compared with others: {@code sea wall} for {@code  Séa  WALL}. */
public final class QueryForm {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private QueryForm() {}

    /** The text without regard to case, accents, the form of quotation marks, and how much space stands in it. */
    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        String quotes = plain.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"')
                .replace('„', '"').replace('«', '"').replace('»', '"');
        return SPACE.matcher(quotes).replaceAll(" ").strip();
    }
}
