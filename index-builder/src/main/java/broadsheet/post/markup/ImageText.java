package broadsheet.post.markup;

import java.util.regex.Pattern;

/** The text that stands for a picture. */
final class ImageText {

    private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?)",
            Pattern.CASE_INSENSITIVE);

    private ImageText() {}

    /** The alternative text, empty where it only names the file ({@code IMG_2034.jpg}). */
    static String of(String alternative) {
        return FILE_NAME.matcher(alternative.strip()).matches() ? "" : alternative;
    }
}
