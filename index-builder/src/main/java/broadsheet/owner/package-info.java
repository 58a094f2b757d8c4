/**
 * The owner's two text files: synonyms and pins.
 * Knows no archive: whether a rule finds anything is not its matter.
 */
package broadsheet.owner;
