package broadsheet.index.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordAnalysis;
import broadsheet.index.lucene.texts.ShortTextsFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * The fields that hold a post's words ({@code exact} and {@code all_…}) and those of its headline ({@code head_…} and
 * {@code title_…}) while a segment is made. Lucene looks up each word of each field in a hash table of its own and takes a
 * third of a build's time for it; here words that
 * {@link WordAnalysis} has looked up once are kept as numbers, and the lists are made of them when the segment is
 * written. For Lucene such a field has one stand-in term a post; {@link #codec} writes the real ones in its place. What
 * stands on disk is the codec's own format, with what Lucene would have written.
 *
 * <p>For one thread at a time, and one index writer whose documents all come from it.
 */
final class PostingsBuffer {

    private static final int TERMS = 1 << 14;
    private static final int TERMS_OF_HEADLINES = 1 << 10;

    private final Map<String, FieldPostings> fields = new HashMap<>();
    private final Map<String, WordNumbers> languages = new HashMap<>();
    private final Map<String, StemNumbers> headlines = new HashMap<>();
    private final Map<String, StandIn> standIns = new HashMap<>();
    private final long mostEntries;

    /** @param mostBytes of words that are kept; a segment is written when they are more */
    PostingsBuffer(long mostBytes) {
        this.mostEntries = mostBytes / Long.BYTES;
    }

    /**
     * Adds a post's words, and to its document the fields that stand for them.
     *
     * @param words how many words the post counts as having
     */
    void add(Document document, Language language, TokenBuffer text, int words) {
        if (text.size() == 0) {
            return;
        }
        String all = PostSchema.all(language);
        languages.computeIfAbsent(all, name -> new WordNumbers(field(PostSchema.EXACT, TERMS), field(name, TERMS)))
                .add(text, words);
        document.add(standIn(PostSchema.EXACT));
        document.add(standIn(all));
    }

    /** Adds stems of a post's headline, and to its document the field that stands for them. */
    void addHeadline(Document document, String field, TokenBuffer text, int first, int behindLast) {
        if (first == behindLast) {
            return;
        }
        headlines.computeIfAbsent(field, name -> new StemNumbers(field(name, TERMS_OF_HEADLINES)))
                .add(text, first, behindLast);
        document.add(standIn(field));
    }

    private FieldPostings field(String name, int expected) {
        return fields.computeIfAbsent(name, key -> new FieldPostings(expected));
    }

    private Field standIn(String name) {
        return new Field(name, standIns.computeIfAbsent(name, key -> new StandIn()), PostSchema.WORDS);
    }

    /** Whether it is time that the writer writes a segment. */
    boolean isFull() {
        long entries = 0;
        for (FieldPostings field : fields.values()) {
            entries += field.size();
        }
        return entries >= mostEntries;
    }

    /** A codec that writes as another does, and the words kept here in the place of their stand-ins. */
    Codec codec(Codec plain) {
        return codec(plain, ShortTextsFormat.beside(new Lucene90DocValuesFormat(),
                Set.of(PostSchema.TEXT, PostSchema.CARD)));
    }

    /** The same for an index that is soon gone: what makes texts short would take longer than all the rest. */
    Codec quickCodec(Codec plain) {
        return codec(plain, plain.docValuesFormat());
    }

    private Codec codec(Codec plain, DocValuesFormat values) {
        PostingsFormat format = new Format(plain.postingsFormat());
        return new FilterCodec(plain.getName(), plain) {
            @Override
            public PostingsFormat postingsFormat() {
                return format;
            }

            @Override
            public DocValuesFormat docValuesFormat() {
                return values;
            }
        };
    }

    /** A formula that scores as another does, and counts the words kept here for a post's length. */
    Similarity similarity(Similarity plain) {
        return new Similarity() {
            @Override
            public long computeNorm(FieldInvertState state) {
                FieldPostings kept = fields.get(state.getName());
                return kept == null ? plain.computeNorm(state) : SmallFloat.intToByte4(kept.lastLength());
            }

            @Override
            public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
                return plain.scorer(boost, field, terms);
            }
        };
    }

    private Fields real(Fields standIn) {
        return new FilterLeafReader.FilterFields(standIn) {
            @Override
            public Terms terms(String field) throws IOException {
                FieldPostings kept = fields.get(field);
                return kept == null ? super.terms(field) : kept.toTerms(documents(super.terms(field), kept.posts()));
            }
        };
    }

    /** The norms that Lucene has written, but from memory: looking them up in its file took a tenth of the writing. */
    private NormsProducer lengths(Fields standIns, NormsProducer written, int documents) throws IOException {
        Map<String, byte[]> norms = new HashMap<>();
        for (Map.Entry<String, FieldPostings> field : fields.entrySet()) {
            FieldPostings kept = field.getValue();
            byte[] ofField = new byte[documents];
            int[] numbers = documents(standIns.terms(field.getKey()), kept.posts());
            for (int post = 0; post < numbers.length; post++) {
                ofField[numbers[post]] = SmallFloat.intToByte4(kept.length(post));
            }
            norms.put(field.getKey(), ofField);
        }
        return new KnownNorms(norms, written);
    }

    /** The numbers that posts have in the segment, from the one list of their stand-in. */
    private static int[] documents(Terms standIn, int posts) throws IOException {
        TermsEnum terms = standIn.iterator();
        terms.next();
        PostingsEnum list = terms.postings(null, PostingsEnum.NONE);
        int[] documents = new int[posts];
        int found = 0;
        for (int doc = list.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = list.nextDoc()) {
            if (found < posts) {
                documents[found] = doc;
            }
            found++;
        }
        if (found != posts) {
            throw new IllegalStateException("a segment of " + found + " posts, words of " + posts);
        }
        return documents;
    }

    private void clear() {
        fields.clear();
        languages.clear();
        headlines.clear();
    }

    /** Has the name of the plain format, by which readers find it. */
    private final class Format extends PostingsFormat {
        private final PostingsFormat plain;

        Format(PostingsFormat plain) {
            super(plain.getName());
            this.plain = plain;
        }

        @Override
        public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
            FieldsConsumer consumer = plain.fieldsConsumer(state);
            return new FieldsConsumer() {
                @Override
                public void write(Fields written, NormsProducer norms) throws IOException {
                    consumer.write(real(written), lengths(written, norms, state.segmentInfo.maxDoc()));
                    clear();
                }

                /** Segments that are merged have their real words. */
                @Override
                public void merge(MergeState segments, NormsProducer norms) throws IOException {
                    consumer.merge(segments, norms);
                }

                @Override
                public void close() throws IOException {
                    consumer.close();
                }
            };
        }

        @Override
        public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
            return plain.fieldsProducer(state);
        }
    }
}
