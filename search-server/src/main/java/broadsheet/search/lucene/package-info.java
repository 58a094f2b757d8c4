/** The engine: the steps of one search, a found post as a hit. Knows no HTTP. */
package broadsheet.search.lucene;
