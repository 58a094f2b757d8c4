/** Short texts as doc values of half the size: a Lucene format that knows no posts. */
package broadsheet.index.lucene.texts;
