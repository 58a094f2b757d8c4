/**
 * A file's bytes as text: encoding, wrecked characters, lines.
 * Knows no format: a file is bytes here, and then characters.
 */
package broadsheet.post.encoding;
