package broadsheet.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TokenBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** The words of one field as lists of posts and positions. */
class FieldPostingsTest {

    private static TokenBuffer tokens(String text) {
        TokenBuffer buffer = new TokenBuffer();
        new TextAnalysis(Language.of("en")).addSentence(buffer, text, 0);
        return buffer;
    }

    /** Each term with its documents and positions: {@code tram 7[0, 2]}. */
    private static List<String> listed(Terms terms) throws IOException {
        List<String> listed = new ArrayList<>();
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            postings = each.postings(postings, PostingsEnum.POSITIONS);
            StringBuilder line = new StringBuilder(each.term().utf8ToString());
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                List<Integer> positions = new ArrayList<>();
                for (int i = 0; i < postings.freq(); i++) {
                    positions.add(postings.nextPosition());
                }
                line.append(' ').append(postings.docID()).append(positions);
            }
            listed.add(line.toString());
        }
        return listed;
    }

    @Test
    void wordsBecomeListsOfPostsAndPositions() throws IOException {
        FieldPostings exact = new FieldPostings(16);
        FieldPostings stems = new FieldPostings(16);
        WordNumbers numbers = new WordNumbers(exact, stems);
        numbers.add(tokens("Trams and the tram"), 4);
        numbers.add(tokens(""), 0);
        numbers.add(tokens("The US tram, café"), 4);
        Terms all = exact.toTerms(new int[]{3, 5, 9});
        assertEquals(List.of("\u0001US 9[1]", "\u0003café 9[3]", "and 3[1]", "cafe 9[3]", "the 3[2] 9[0]",
                "tram 3[3] 9[2]", "trams 3[0]", "us 9[1]"), listed(all));
        assertEquals(List.of("and 3[1]", "cafe 9[3]", "the 3[2] 9[0]", "tram 3[0, 3] 9[2]", "us 9[1]"),
                listed(stems.toTerms(new int[]{3, 5, 9})));
        assertEquals(List.of(8L, 10L, 3), List.of(all.size(), all.getSumTotalTermFreq(), all.getDocCount()));
        assertEquals(List.of(3, 4, 4, 0, 4), List.of(exact.posts(), exact.lastLength(), exact.length(0),
                exact.length(1), exact.length(2)));
        assertEquals(List.of(true, true, false, false), List.of(all.hasFreqs(), all.hasPositions(), all.hasOffsets(),
                all.hasPayloads()));
    }

    @Test
    void listsAreReadForwardAndNotSearched() throws IOException {
        FieldPostings field = new FieldPostings(16);
        field.add(field.id(new BytesRef("a")), 0);
        field.endPost(1);
        TermsEnum terms = field.toTerms(new int[]{0}).iterator();
        terms.next();
        assertEquals(1, terms.totalTermFreq());
        assertEquals(1, terms.postings(null).cost());
        assertThrows(UnsupportedOperationException.class, () -> terms.seekCeil(new BytesRef("a")));
        assertThrows(UnsupportedOperationException.class, () -> terms.seekExact(0));
        assertThrows(UnsupportedOperationException.class, terms::docFreq);
        assertThrows(UnsupportedOperationException.class, terms::ord);
        assertThrows(UnsupportedOperationException.class, () -> terms.postings(null).advance(0));
        assertThrows(UnsupportedOperationException.class, () -> field.toTerms(new int[]{0}).getSumDocFreq());
    }

    @Test
    void aFieldGrowsPastItsFirstRoom() throws IOException {
        FieldPostings field = new FieldPostings(16);
        int[] documents = new int[200];
        for (int post = 0; post < documents.length; post++) {
            documents[post] = 2 * post;
            for (int position = 0; position < 100; position++) {
                field.add(field.id(new BytesRef("w" + position % 7)), position);
            }
            field.endPost(100);
        }
        assertEquals(20_000, field.size());
        List<String> lists = listed(field.toTerms(documents));
        assertEquals(7, lists.size());
        assertTrue(lists.get(6).startsWith("w6 0[6, 13, 20,") && lists.get(6).endsWith("90, 97]"), lists.get(6));
    }
}
