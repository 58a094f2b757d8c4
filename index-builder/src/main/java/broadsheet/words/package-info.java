/**
 * Tells real words from slips, and knows other spellings: lists in several languages, with licences. Knows no archive.
 *
 * <p>The lists stand beside the classes as resources; NOTICE.txt there says where each one comes from and under which
 * licence. WordFilesMaker, among the tests, makes them anew.
 */
package broadsheet.words;
