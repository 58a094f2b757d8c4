/**
 * Corrections and completions of what was typed.
 * Knows no index: what the archive has is asked of a Vocabulary.
 */
package broadsheet.search.suggest;
