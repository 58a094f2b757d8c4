package broadsheet.index.lucene;

import org.apache.lucene.util.BytesRef;

/**
 * One word of a text, in the forms that are indexed. A form that a word does not have is the empty term.
 *
 * @param number small, and of no other word that the analysis remembers at the time: a place for what is known of a word
 * @param exact lower case, without accents: {@code elections}, {@code cafe}
 * @param stem the stem, lower case, without accents: {@code elect}, {@code cafe}
 * @param accented lower case with its accents ({@code café}) where these differ from {@code exact}
 * @param acronym the capitals ({@code US}, also of {@code U.S.}) of a word of 2 to 6 capitals, marked by
 *     {@link #ACRONYM}
 * @param lower whether the word has a lower-case letter
 */
record WordForms(int number, BytesRef exact, BytesRef stem, BytesRef accented, BytesRef acronym, boolean lower) {

    /** Stands before the letters of an acronym, so that it is no other word's form. */
    static final char ACRONYM = '\u0001';
    /** Stands before a word as written, with the signs that tokens lose: {@code c++}, {@code at&t}, {@code £5m}. */
    static final char WRITTEN = '\u0002';
    /** Stands before a form with its accents. */
    static final char ACCENTED = '\u0003';
    /** The form that a word does not have. */
    static final BytesRef NONE = new BytesRef();
}
