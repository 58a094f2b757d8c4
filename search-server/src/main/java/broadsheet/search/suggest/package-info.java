/**
 * What may have been meant: corrections and completions.
 * Knows no index: what the archive has is asked of a Vocabulary.
 */
package broadsheet.search.suggest;
