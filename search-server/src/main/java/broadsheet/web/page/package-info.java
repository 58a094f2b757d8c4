/**
 * The page that people see: {@link broadsheet.web.page.SearchPage} turns the records of a search into HTML. Templates
 * (in {@code src/main/jte}) only place what the view records hold; every address, count and word is made in Java. Knows
 * no HTTP and no engine.
 */
package broadsheet.web.page;
