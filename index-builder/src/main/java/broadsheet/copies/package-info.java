/** Which posts are copies of one another: one story. Knows no index and no search, only the words of posts. */
package broadsheet.copies;
