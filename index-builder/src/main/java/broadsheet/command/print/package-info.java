/** What commands write: progress, problems, reports, copies. */
package broadsheet.command.print;
