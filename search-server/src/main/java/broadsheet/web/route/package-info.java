/** Which address does what. Knows no engine, only the contract of search. */
package broadsheet.web.route;
