/** The Lucene engine's write side: the generations on disk, and what a post's document looks like. */
package broadsheet.index.lucene;
