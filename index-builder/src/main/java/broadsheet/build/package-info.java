/**
 * Reads an archive into an index, once, and remembers what it saw.
 * Knows no engine: an indexer is given to it. Writes to no terminal.
 */
package broadsheet.build;
