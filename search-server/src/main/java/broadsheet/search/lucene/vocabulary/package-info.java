/** The words of a Lucene index: which occur, which go together, how names are spelt. Knows no request. */
package broadsheet.search.lucene.vocabulary;
