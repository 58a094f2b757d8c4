/** Plain text made safe at the last step: marked HTML, links to posts, links to a sentence. Knows no HTTP. */
package broadsheet.web.text;
