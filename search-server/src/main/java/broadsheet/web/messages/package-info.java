/** The page's own words in six languages. Knows no page, only words and numbers. */
package broadsheet.web.messages;
