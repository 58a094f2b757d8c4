/** What every engine agrees on: the fields of a post, and the write side of an engine. */
package broadsheet.index;
