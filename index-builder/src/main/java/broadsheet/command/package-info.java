/** The builder's command line. Knows no engine but by its main. */
package broadsheet.command;
