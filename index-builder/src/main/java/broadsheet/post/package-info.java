/** The nouns of reading: a post, its file, what went wrong, with which options. Knows no format and no index. */
package broadsheet.post;
