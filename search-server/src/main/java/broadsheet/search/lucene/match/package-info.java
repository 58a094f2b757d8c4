/**
 * Lucene queries of our own: many words as one, groups of synonyms, intervals that keep their marks.
 * Knows no typed text: it is given terms and positions.
 */
package broadsheet.search.lucene.match;
