/**
 * Two jars of the program side by side: whether one builds the same indexes and gives the same answers as the other. For
 * changes that move code and must change nothing. Knows the program from outside only, by its commands, its addresses and
 * the files of its indexes, so that it needs no change when the code moves. {@link broadsheet.compare.BeforeAfterBench}
 * says how it is run.
 */
package broadsheet.compare;
