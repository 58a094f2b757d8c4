/**
 * Takes template language (Liquid, Hugo, kramdown, WordPress) out of a source.
 * Knows no markup: what it leaves out is marked with signs of its own.
 */
package broadsheet.post.template;
