package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Analyses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The analysis of posts as a Lucene analyzer, for Lucene's own query parser: stems or exact forms, by field. */
final class FieldAnalyzer extends Analyzer {

    private final Analyses analyses;

    FieldAnalyzer(Analyses analyses) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.analyses = analyses;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        boolean stems = PostSchema.isStems(field);
        String code = stems ? field.substring(field.indexOf('_') + 1) : "xx";
        return new TokenStreamComponents(new Words(analyses.of(Language.of(code)), stems));
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
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1024];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                text.append(buffer, 0, read);
            }
            end = text.length();
            try {
                tokens = analysis.tokens(text.toString()).iterator();
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
