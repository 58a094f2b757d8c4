/**
 * What is known of words without any archive: which ones are real, which spellings are one word, which Chinese characters
 * are the same.
 *
 * <p>The lists stand beside the classes as resources; NOTICE.txt there says where each one comes from and under which
 * licence. WordFilesMaker, among the tests, makes them anew.
 */
package broadsheet.words;
