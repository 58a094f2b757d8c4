/**
 * The Lucene engine's write side: posts as Lucene documents, and the generations on disk.
 * {@link broadsheet.index.lucene.PostSchema} is the one place where the writer and the reader of an index agree: field
 * names, types, analysis, and a version that is checked on opening.
 */
package broadsheet.index.lucene;
