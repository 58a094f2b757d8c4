/**
 * What a person typed becomes a tree, and the tree becomes text again.
 * Knows no engine and no archive: the same text is always the same tree.
 */
package broadsheet.query;
