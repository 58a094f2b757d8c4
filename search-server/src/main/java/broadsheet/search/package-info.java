/** The question and the answer of every engine. Knows no engine and no HTTP. */
package broadsheet.search;
