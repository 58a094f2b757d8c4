/**
 * The owner's synonyms and pins as a search uses them.
 * Knows no index: which words the archive has is asked by a question that it is given.
 */
package broadsheet.search.rules;
