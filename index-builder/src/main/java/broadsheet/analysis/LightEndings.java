package broadsheet.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endings that words of a language take, to be cut off where no dictionary knows a word: new names above all
 * ({@code Зеленського}, {@code Зеленському}).
 *
 * @param endings of words as they stand in a text, the longest first
 * @param ofLemmas of words as a dictionary has them, the longest first: so that nouns and adjectives of one root meet,
 *     and known words meet unknown ones
 */
record LightEndings(List<String> endings, List<String> ofLemmas) {

    /** What is left of a word has so many letters at least. */
    private static final int ROOT = 3;

    static final LightEndings POLISH = of(
            "owego owemu owych owymi iego iemu ego emu ymi imi ych ich ami iami owie owi ach iach om iom ów iów em iem"
                    + " iej ej ym im ie ią ię ia io iu a ą e ę i o u y",
            "a o e y i ą ę");
    static final LightEndings UKRAINIAN = of(
            "ього ьому ього ого ому ими іми ями ами ові еві єві ій ої ею єю ою ий их іх їх им ім їм ам ям ах ях ом ем єм"
                    + " ів їв ей ия ії ія а я у ю о е є и і ї й ь",
            "ий а я о е є и і ь й");

    private static LightEndings of(String endings, String ofLemmas) {
        return new LightEndings(longestFirst(endings), longestFirst(ofLemmas));
    }

    private static List<String> longestFirst(String endings) {
        return Stream.of(endings.split(" ")).distinct().sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A word as it stands in a text, without its ending. */
    String cut(String word) {
        return cut(word, endings);
    }

    /** A word as a dictionary has it, without its ending. */
    String cutLemma(String lemma) {
        return cut(lemma, ofLemmas);
    }

    private static String cut(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= ROOT) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
