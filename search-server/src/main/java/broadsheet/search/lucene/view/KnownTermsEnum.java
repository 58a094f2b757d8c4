package broadsheet.search.lucene.view;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;

/**
 * Terms of a field, which reads the index only for terms that are not known, and for postings. The frames of Lucene's own
 * enumeration, some kilobytes, are made when the first of these is asked for.
 */
final class KnownTermsEnum extends BaseTermsEnum {

    private final Terms terms;
    private final Memory memory;
    private TermsEnum read;
    /** Null where the index's own enumeration stands at a term that was not looked up by its text. */
    private KnownTerm here;
    private boolean placed;

    KnownTermsEnum(Terms terms, Memory memory) {
        this.terms = terms;
        this.memory = memory;
    }

    /** What is known of the terms of one field of one segment; for many threads. */
    interface Memory {

        Optional<KnownTerm> known(BytesRef term);

        void keep(KnownTerm found);
    }

    /**
     * A term.
     *
     * @param term not to be changed
     * @param state where its postings are; null where the field has no such term
     * @param posts how many posts have it
     * @param times how often it stands in them
     */
    record KnownTerm(BytesRef term, TermState state, int posts, long times) {

        /** One that was named by its state alone. */
        private static KnownTerm at(BytesRef term, TermState state) {
            return new KnownTerm(BytesRef.deepCopyOf(term), state, -1, -1);
        }

        private static KnownTerm absent(BytesRef term) {
            return new KnownTerm(BytesRef.deepCopyOf(term), null, 0, 0);
        }

        private boolean isAbsent() {
            return state == null;
        }
    }

    private TermsEnum read() throws IOException {
        if (read == null) {
            read = terms.iterator();
        }
        return read;
    }

    /** The index's enumeration at the term that was looked up. */
    private TermsEnum atTerm() throws IOException {
        if (here != null && !placed) {
            read().seekExact(here.term(), here.state());
            placed = true;
        }
        return read();
    }

    @Override
    public boolean seekExact(BytesRef text) throws IOException {
        Optional<KnownTerm> known = memory.known(text);
        placed = false;
        if (known.isPresent()) {
            here = known.get();
        } else {
            placed = read().seekExact(text);
            here = placed
                    ? new KnownTerm(BytesRef.deepCopyOf(text), read.termState(), read.docFreq(), read.totalTermFreq())
                    : KnownTerm.absent(text);
            memory.keep(here);
        }
        return !here.isAbsent();
    }

    @Override
    public IOBooleanSupplier prepareSeekExact(BytesRef text) throws IOException {
        Optional<KnownTerm> known = memory.known(text);
        if (known.isPresent() && known.get().isAbsent()) {
            return null;
        }
        return () -> seekExact(text);
    }

    @Override
    public void seekExact(BytesRef text, TermState state) {
        here = KnownTerm.at(text, state);
        placed = false;
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) throws IOException {
        here = null;
        return read().seekCeil(text);
    }

    @Override
    public void seekExact(long ord) throws IOException {
        here = null;
        read().seekExact(ord);
    }

    @Override
    public BytesRef next() throws IOException {
        if (here != null) {
            // an enumeration that was placed by a state alone begins with the first term
            read().seekExact(here.term());
            here = null;
        }
        return read().next();
    }

    @Override
    public BytesRef term() throws IOException {
        return here == null ? read().term() : here.term();
    }

    @Override
    public long ord() throws IOException {
        return atTerm().ord();
    }

    @Override
    public int docFreq() throws IOException {
        return here == null || here.posts() < 0 ? atTerm().docFreq() : here.posts();
    }

    @Override
    public long totalTermFreq() throws IOException {
        return here == null || here.times() < 0 ? atTerm().totalTermFreq() : here.times();
    }

    @Override
    public TermState termState() throws IOException {
        return here == null ? read().termState() : here.state();
    }

    @Override
    public PostingsEnum postings(PostingsEnum reuse, int flags) throws IOException {
        return atTerm().postings(reuse, flags);
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
        return atTerm().impacts(flags);
    }
}
