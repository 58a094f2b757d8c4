/**
 * Which sentences of a hit are shown, and what is marked in them.
 * Knows no index: it is given a text, its layout and the positions that matched.
 */
package broadsheet.search.snippet;
