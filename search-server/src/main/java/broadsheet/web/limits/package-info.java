/**
 * Who may ask, and how much at once: clients, tokens, rates, lines of searches.
 * Knows no route and no connection: it is asked before a search, and says yes, wait or no.
 */
package broadsheet.web.limits;
