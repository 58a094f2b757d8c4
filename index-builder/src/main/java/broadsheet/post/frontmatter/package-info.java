/**
 * What stands above a body (YAML, TOML, JSON, header lines) as values and dates.
 * Knows no keys: what a value means is decided by who asks for it.
 */
package broadsheet.post.frontmatter;
