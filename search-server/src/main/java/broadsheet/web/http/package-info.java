/**
 * Where HTTP ends: request, answer, fault, headers, metrics.
 * Knows no search: what an address does is given to it.
 */
package broadsheet.web.http;
