/** What a person typed becomes a tree, and the tree becomes text again. Knows no engine. */
package broadsheet.query;
