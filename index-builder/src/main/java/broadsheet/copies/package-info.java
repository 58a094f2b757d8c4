/** Which posts tell the same story. Knows no index and no search, only the words of posts. */
package broadsheet.copies;
