/** Posts as Lucene documents: the schema and the writer. Knows no query. */
package broadsheet.index.lucene;
