package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Analyses;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The analysis of posts as a Lucene analyzer, for Lucene's own query parser: stems, exact forms or whole values, by
 * field. A path is one value of {@code id}; as words it would be a phrase, which a field without positions refuses.
 */
final class FieldAnalyzer extends Analyzer {

    private final Analyses analyses;

    FieldAnalyzer(Analyses analyses) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.analyses = analyses;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        if (!PostSchema.isText(field) && !PostSchema.isHead(field) && !PostSchema.isWords(field)) {
            return new TokenStreamComponents(new KeywordTokenizer());
        }
        boolean stems = PostSchema.isStems(field);
        String code = stems ? field.substring(field.indexOf('_') + 1) : "xx";
        return new TokenStreamComponents(new Words(analyses.of(Language.of(code)), stems));
    }

    /** Values of fields of keys are compared without regard to case. */
    @Override
    protected Reader initReader(String field, Reader text) {
        return PostSchema.isKeys(field) ? new StringReader(PostSchema.key(whole(text))) : text;
    }

    private static String whole(Reader text) {
        StringBuilder whole = new StringBuilder();
        char[] buffer = new char[1024];
        try {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                whole.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return whole.toString();
    }

    private static final class Words extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final TextAnalysis analysis;
        private final boolean stems;
        private Iterator<Token> tokens = List.<Token>of().iterator();
        private int end;

        Words(TextAnalysis analysis, boolean stems) {
            this.analysis = analysis;
            this.stems = stems;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            String text = whole(input);
            end = text.length();
            try {
                tokens = analysis.tokens(text).iterator();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!tokens.hasNext()) {
                return false;
            }
            Token token = tokens.next();
            term.append((stems ? token.stem() : token.exact()).utf8ToString());
            offset.setOffset(token.start(), token.end());
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(end, end);
        }
    }
}
