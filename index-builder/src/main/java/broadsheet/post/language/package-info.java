/** Tells which language a text is in, and a short post of an archive. Knows no post, only text. */
package broadsheet.post.language;
