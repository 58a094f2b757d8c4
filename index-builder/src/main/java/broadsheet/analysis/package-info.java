/**
 * A text as sentences, tokens and their forms, the same for writer, query and snippet.
 * Knows no index: its bytes are those of terms, which both engines send.
 */
package broadsheet.analysis;
