/** What the archive's words tell: which occur, which go together, how names are spelt. Knows no request. */
package broadsheet.search.lucene.vocabulary;
