/**
 * What a generator (Jekyll, Hugo, none) makes of a file: kind, address, sections, defaults.
 * Opens no post: it is given paths, settings and front matter.
 */
package broadsheet.post.site;
