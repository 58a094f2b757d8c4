package broadsheet.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The facts of every field's terms, and of every term's postings: frequencies, positions, offsets, payloads. */
final class TermFacts {

    private final int[] ranks;
    private final SortedMap<String, String> facts;

    private TermFacts(int[] ranks, SortedMap<String, String> facts) {
        this.ranks = ranks;
        this.facts = facts;
    }

    /** @param ranks of each document, the place of its post among all posts by id */
    static void add(IndexReader reader, int[] ranks, SortedMap<String, String> facts) throws IOException {
        TermFacts terms = new TermFacts(ranks, facts);
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
            Terms found = MultiTerms.getTerms(reader, field.name);
            if (found != null) {
                terms.add(field.name, found);
            }
        }
    }

    private void add(String field, Terms terms) throws IOException {
        long count = 0;
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            count++;
            facts.put("term " + field + "\t" + name(term),
                    "posts " + each.docFreq() + " occurrences " + each.totalTermFreq() + " " + postings(each, terms));
        }
        facts.put("terms\t" + field, "different " + count + " postings " + terms.getSumDocFreq() + " occurrences "
                + terms.getSumTotalTermFreq() + " posts " + terms.getDocCount());
    }

    /** The term as text where it is text, else its bytes. */
    private static String name(BytesRef term) {
        String text = term.utf8ToString();
        return new BytesRef(text).bytesEquals(term) ? text : term.toString();
    }

    private Sum postings(TermsEnum term, Terms terms) throws IOException {
        PostingsEnum docs = term.postings(null, PostingsEnum.ALL);
        long[][] postings = new long[term.docFreq()][];
        int count = 0;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            postings[count++] = new long[]{ranks[doc], posting(docs, terms).value()};
        }
        Arrays.sort(postings, 0, count, (a, b) -> Long.compare(a[0], b[0]));
        Sum sum = new Sum().add(count);
        for (int i = 0; i < count; i++) {
            sum.add(postings[i][0]).add(postings[i][1]);
        }
        return sum;
    }

    private static Sum posting(PostingsEnum docs, Terms terms) throws IOException {
        Sum sum = new Sum().add(docs.freq());
        for (int i = 0; terms.hasPositions() && i < docs.freq(); i++) {
            sum.add(docs.nextPosition()).add(docs.startOffset()).add(docs.endOffset());
            BytesRef payload = docs.getPayload();
            sum.add(payload == null ? new BytesRef() : payload);
        }
        return sum;
    }
}
