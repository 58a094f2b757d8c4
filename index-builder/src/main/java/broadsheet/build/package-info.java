/** Builds an index from an archive, and the commands that do so: index, check, url. Which engine writes it, only the main knows. */
package broadsheet.build;
