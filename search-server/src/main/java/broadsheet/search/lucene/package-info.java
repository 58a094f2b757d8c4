/** Searches over a Lucene index, as steps: translate, retrieve, snip, count. */
package broadsheet.search.lucene;
