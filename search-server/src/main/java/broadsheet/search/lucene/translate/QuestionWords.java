package broadsheet.search.lucene.translate;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Words of a question in scripts without spaces that say nothing of what is asked for: {@code 什么}, {@code 哪些},
 * {@code どこ}. They are the stop words of a run of characters, and the pairs that they make with their neighbours are
 * chance.
 */
final class QuestionWords {

    private static final Map<String, List<String>> BY_LANGUAGE = Map.of(
            "zh", List.of("为什么", "什么样", "什么", "甚么", "哪些", "哪个", "哪几", "哪里", "哪儿", "哪家", "哪位", "哪年", "哪天", "哪种", "哪一",
                    "如何", "怎么样", "怎么", "怎样", "为何", "什么时候", "时候", "多少", "具体", "分别", "几个", "几年", "几次", "何时", "是否", "请问",
                    "有没有", "是不是", "的", "吗",
                    "呢"),
            "ja", List.of("何ですか", "ですか", "ますか", "でしょうか", "どこ", "いつ", "だれ", "誰が", "なぜ", "どう", "どの", "とは", "教えてください"));

    private QuestionWords() {}

    /** Which characters of a run, in simplified characters, belong to such words; none where all do. */
    static BitSet in(String run, String language) {
        BitSet found = new BitSet();
        for (String word : BY_LANGUAGE.getOrDefault(language, List.of())) {
            for (int at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) {
                found.set(at, at + word.length());
            }
        }
        return found.cardinality() == run.length() ? new BitSet() : found;
    }
}
