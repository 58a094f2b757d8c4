package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The posts of a segment that may have a clause, part by part in rising order: quicker than to ask for each post. */
interface Near {

    /**
     * Adds those of a part.
     *
     * @param part bit 0 is the first post of the part
     * @param from the first post
     * @param to the one behind the last
     */
    void addTo(FixedBitSet part, int from, int to) throws IOException;

    /** All of a list. */
    static Near of(DocIdSetIterator list) {
        return (part, from, to) -> {
            int at = list.docID() < from ? list.advance(from) : list.docID();
            if (at < to) {
                list.intoBitSet(to, part, from);
            }
        };
    }

    /** Those that any of some words has. */
    static Near any(List<Listed> words, Segment segment) throws IOException {
        List<Near> lists = lists(words, segment);
        return (part, from, to) -> {
            for (Near list : lists) {
                list.addTo(part, from, to);
            }
        };
    }

    /** Those that have all of some words, of which there is at least one. */
    static Near all(List<Listed> words, Segment segment) throws IOException {
        List<Near> lists = lists(words, segment);
        FixedBitSet all = new FixedBitSet(Pass.PART);
        FixedBitSet one = new FixedBitSet(Pass.PART);
        return (part, from, to) -> {
            all.clear();
            lists.getFirst().addTo(all, from, to);
            for (Near list : lists.subList(1, lists.size())) {
                one.clear();
                list.addTo(one, from, to);
                all.and(one);
            }
            part.or(all);
        };
    }

    private static List<Near> lists(List<Listed> words, Segment segment) throws IOException {
        List<Near> lists = new ArrayList<>(words.size());
        for (Listed word : words) {
            lists.add(of(word.in(segment).set()));
        }
        return lists;
    }
}
