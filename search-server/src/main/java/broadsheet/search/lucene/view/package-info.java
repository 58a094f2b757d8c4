/**
 * One generation open for reading: searchers, dictionaries, stored posts.
 * Knows no query: what others keep for a generation it keeps without knowing it.
 */
package broadsheet.search.lucene.view;
