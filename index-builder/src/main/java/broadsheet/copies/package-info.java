/**
 * Which posts tell the same story in nearly the same words. Works on {@link broadsheet.copies.Sketch sketches}, small
 * digests of posts, so that a build need not read unchanged posts again; knows no index.
 */
package broadsheet.copies;
