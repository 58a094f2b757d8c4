/** Markdown, HTML and light markup as plain paragraphs. Knows no file and no front matter. */
package broadsheet.post.markup;
