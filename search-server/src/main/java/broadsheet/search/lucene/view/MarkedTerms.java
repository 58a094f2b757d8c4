package broadsheet.search.lucene.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Terms that lead from one form of a word to others, which stand behind a common beginning. */
final class MarkedTerms {

    private MarkedTerms() {}

    /** What stands behind the beginning in a field's terms; a term once for each segment that has it. */
    static List<BytesRef> ends(IndexReader reader, String field, String beginning) throws IOException {
        BytesRef start = new BytesRef(beginning);
        List<BytesRef> found = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            Terms terms = segment.reader().terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum from = terms.iterator();
            BytesRef term = from.seekCeil(start) == TermsEnum.SeekStatus.END ? null : from.term();
            while (term != null && StringHelper.startsWith(term, start)) {
                found.add(BytesRef.deepCopyOf(new BytesRef(term.bytes, term.offset + start.length,
                        term.length - start.length)));
                term = from.next();
            }
        }
        return found;
    }
}
