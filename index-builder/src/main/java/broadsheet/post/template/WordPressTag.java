package broadsheet.post.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shortcode of WordPress that an export left in a post: {@code [caption id="a" width="300"]}, {@code [/caption]}. */
final class WordPressTag {

    private static final Pattern TAG = Pattern.compile(
            "\\[(?:/(?:caption|gallery|embed|audio|video|playlist|sourcecode|code|slideshow|column|tabs?|youtube|vimeo)"
                    + "|(?:caption|gallery|embed|audio|video|playlist|sourcecode|slideshow|youtube|vimeo|wpvideo|column|tabs?)"
                    + "(?:[\\s=][^\\[\\]]{0,400})?/?|(?:code|caption)\\s[^\\[\\]]{0,400})\\]");

    private WordPressTag() {}

    /** Offset behind the shortcode that begins at {@code at}; -1 where none does, as before {@code (} and {@code :}. */
    static int end(String source, int at, int lineEnd) {
        char next = at + 1 < lineEnd ? source.charAt(at + 1) : ' ';
        if (next != '/' && (next < 'a' || next > 'y')) {
            return -1;
        }
        Matcher matcher = TAG.matcher(source).region(at, lineEnd);
        if (!matcher.lookingAt() || isLink(source, matcher.end())) {
            return -1;
        }
        return matcher.end();
    }

    private static boolean isLink(String source, int end) {
        return end < source.length() && "([:".indexOf(source.charAt(end)) >= 0;
    }
}
