/** Finds the files of an archive and reads each within its limits. Knows no index and no build. */
package broadsheet.archive;
