/**
 * The query tree, or Lucene's own syntax, as Lucene queries, a language at a time.
 * Searches nothing: it makes queries.
 */
package broadsheet.search.lucene.translate;
