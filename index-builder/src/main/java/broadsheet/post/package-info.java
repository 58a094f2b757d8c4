/** A post file becomes a {@link broadsheet.post.Post}: read, repaired, made plain, given its address. Knows no index. */
package broadsheet.post;
