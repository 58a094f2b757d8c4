/** Text made safe at the last step: HTML, JSON, XML, links. Knows no page and no HTTP. */
package broadsheet.web.text;
