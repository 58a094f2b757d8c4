/** The running server. Knows no command line. */
package broadsheet.web;
