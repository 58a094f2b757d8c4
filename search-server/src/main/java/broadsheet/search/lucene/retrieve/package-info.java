/** Finds, orders, folds, explains and counts posts. Knows no typed text and no snippet. */
package broadsheet.search.lucene.retrieve;
