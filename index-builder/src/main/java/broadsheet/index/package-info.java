/** What every engine agrees on: fields, and the write side. Knows no engine. */
package broadsheet.index;
