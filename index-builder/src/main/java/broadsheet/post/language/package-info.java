/** Tells which language a text is in. Knows no post, only text. */
package broadsheet.post.language;
