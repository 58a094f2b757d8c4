package broadsheet.post.encoding;

import java.util.List;

/**
 * The text of a file.
 *
 * @param text line breaks are {@code \n} alone, so that line numbers are the file's own; no NUL or other C0 control
 *     characters but tab
 * @param charset the name of the encoding that it was read by: {@code UTF-8}
 * @param findings an encoding other than UTF-8, bytes that it cannot explain, characters that were dropped; in the
 *     order of the text
 */
public record Decoded(String text, String charset, List<Finding> findings) {

    public Decoded {
        findings = List.copyOf(findings);
    }
}
