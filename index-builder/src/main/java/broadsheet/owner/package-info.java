/** What the owner of an archive may set beside its posts, in two small text files: synonyms and pins. Knows no index. */
package broadsheet.owner;
