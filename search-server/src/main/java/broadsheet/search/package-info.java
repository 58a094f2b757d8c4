/** The question and the answer of every engine, as records, and the numbers of the ranking. Knows no HTTP and no Lucene. */
package broadsheet.search;
