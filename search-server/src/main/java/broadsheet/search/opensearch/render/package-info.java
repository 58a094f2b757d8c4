/**
 * Lucene queries as JSON that a cluster answers with the same posts and the same scores, a rule for each class of query.
 * Asks nobody: it makes questions.
 */
package broadsheet.search.opensearch.render;
