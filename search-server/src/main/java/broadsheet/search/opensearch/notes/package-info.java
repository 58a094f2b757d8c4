/** The words of a cluster's generation, with their counts, as a Lucene index without postings. */
package broadsheet.search.opensearch.notes;
