package broadsheet.search.lucene.view;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.KnownTermsEnum.KnownTerm;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * A reader that looks up a term once. A search asks for each of its words ten times and more, and people ask for the
 * same words; a generation never changes, so what is known holds as long as it is open. The memory is bounded and
 * begins anew when it is full.
 */
final class KnownTerms extends FilterDirectoryReader {

    /** Terms of one field in all segments, present or not. A query in one language asks four fields at most. */
    private static final int MOST = 8_192;
    /** Bytes; longer terms are looked up each time, so that one of those that are known takes 300 bytes at most. */
    private static final int LONGEST = 64;
    /** Their terms are asked for once: the names of posts. */
    private static final Set<String> NAMES = Set.of(PostFields.ID, PostFields.URL, PostFields.FILE,
            PostSchema.FORMER_URL);

    KnownTerms(DirectoryReader in) throws IOException {
        super(in, new SubReaderWrapper() {
            private final int most = Math.max(64, MOST / Math.max(1, in.leaves().size()));

            @Override
            public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, most);
            }
        });
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
        return new KnownTerms(in);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Segment extends FilterLeafReader {
        private final int most;
        private final Map<String, FieldTerms> fields = new ConcurrentHashMap<>();

        Segment(LeafReader in, int most) {
            super(in);
            this.most = most;
        }

        @Override
        public Terms terms(String field) throws IOException {
            FieldTerms terms = fields.get(field);
            if (terms == null) {
                Terms read = in.terms(field);
                if (read == null || NAMES.contains(field)) {
                    return read;
                }
                terms = new FieldTerms(read, most);
                fields.put(field, terms);
            }
            return terms;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    /** The terms of one field of one segment, and those of them that are known. */
    static final class FieldTerms extends FilterLeafReader.FilterTerms implements KnownTermsEnum.Memory {
        private final Map<BytesRef, KnownTerm> known = new ConcurrentHashMap<>();
        private final int most;

        FieldTerms(Terms in, int most) {
            super(in);
            this.most = most;
        }

        @Override
        public TermsEnum iterator() {
            return new KnownTermsEnum(in, this);
        }

        @Override
        public TermsEnum intersect(CompiledAutomaton words, BytesRef from) throws IOException {
            return in.intersect(words, from);
        }

        /** How many terms are known. */
        int known() {
            return known.size();
        }

        @Override
        public Optional<KnownTerm> known(BytesRef term) {
            return Optional.ofNullable(known.get(term));
        }

        @Override
        public void keep(KnownTerm found) {
            if (found.term().length > LONGEST) {
                return;
            }
            if (known.size() >= most) {
                known.clear();
            }
            known.put(found.term(), found);
        }
    }
}
