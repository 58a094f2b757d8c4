/** A search's records as HTML. Knows no HTTP and no engine. */
package broadsheet.web.page;
