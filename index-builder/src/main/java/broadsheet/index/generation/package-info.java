/**
 * Whole indexes on disk, one after another, published in one step.
 * Knows no schema: what a generation holds is a folder of files here.
 */
package broadsheet.index.generation;
