/** A search as an address, its answer as JSON, Atom, CSV. Knows no engine. */
package broadsheet.web.api;
