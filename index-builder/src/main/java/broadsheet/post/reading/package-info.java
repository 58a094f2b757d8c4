/** One file's text becomes posts. Opens no file: it is given a source and its text. */
package broadsheet.post.reading;
