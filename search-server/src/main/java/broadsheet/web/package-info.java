/** HTTP: requests in, pages, JSON and feeds out. Only {@code SearchServer}, the main, knows which engine answers. */
package broadsheet.web;
