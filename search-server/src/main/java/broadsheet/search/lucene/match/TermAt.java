package broadsheet.search.lucene.match;

import org.apache.lucene.index.Term;

/**
 * A term to look for, and where within a phrase.
 *
 * @param position in tokens, from 0 at the phrase's first
 */
public record TermAt(Term term, int position) {}
