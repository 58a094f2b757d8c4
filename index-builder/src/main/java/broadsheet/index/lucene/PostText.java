package broadsheet.index.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordForms;
import broadsheet.copies.Headline;
import broadsheet.index.lucene.SentencesOfParts.Part;
import broadsheet.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;

/**
 * A post's words with their positions, as every engine indexes them: headline, excerpt, body, and behind them the names.
 * Keeps buffers: one post at a time, and one thread.
 */
public final class PostText {

    private final Map<String, TextAnalysis> analyses = new HashMap<>();
    private final TextAnalysis names = new TextAnalysis(Language.of("xx"));
    private final TokenBuffer text = new TokenBuffer();
    private final TextLayout layout = new TextLayout();
    private final SentencesOfParts sentences = new SentencesOfParts(text, layout);
    private Language language = Language.of("xx");
    private int titleTokens;
    private int headTokens;
    private int words;
    private byte[] kept = {};

    /** Gets the terms of a text, in order. */
    @FunctionalInterface
    public interface Terms {
        /**
         * @param position rises, or stays where a token has further terms
         * @param further whether a term at this position was before
         */
        void term(int position, String term, boolean further);
    }

    /** Takes a post in the place of the last one. */
    public void read(Post post) {
        TextAnalysis analysis = analyses.computeIfAbsent(Language.of(post.lang()).code(),
                code -> new TextAnalysis(Language.of(code)));
        language = analysis.language();
        text.clear();
        layout.clear();
        int titleEnd = analysis.addSentence(text, post.title(), 0);
        titleTokens = text.size();
        layout.setTitleEnd(titleEnd);
        byte[] excerptBytes = post.excerpt().getBytes(StandardCharsets.UTF_8);
        int excerptEnd = sentences.add(analysis, new Part(post.excerpt(), List.of(), excerptBytes.length),
                titleEnd + TextLayout.GAP, 0);
        layout.setExcerptEnd(excerptEnd, excerptBytes.length);
        byte[] bodyBytes = post.body().getBytes(StandardCharsets.UTF_8);
        int end = sentences.add(analysis, new Part(post.body(), post.unseen(), bodyBytes.length),
                excerptEnd + TextLayout.GAP, excerptBytes.length);
        layout.add(end, excerptBytes.length + bodyBytes.length, true, true);
        words = text.size();
        addNames(analysis, post, end);
        headTokens = headTokens(Headline.of(post.title()));
        kept = new byte[excerptBytes.length + bodyBytes.length];
        System.arraycopy(excerptBytes, 0, kept, 0, excerptBytes.length);
        System.arraycopy(bodyBytes, 0, kept, excerptBytes.length, bodyBytes.length);
    }

    /** Byline, sections and tags behind the body, each by itself: who types a name finds the posts that bear it. */
    private void addNames(TextAnalysis analysis, Post post, int bodyEnd) {
        int position = bodyEnd;
        for (List<String> kind : List.of(post.authors(), post.categories(), post.tags())) {
            for (String name : kind) {
                position = analysis.addSentence(text, name, position + TextLayout.GAP);
            }
        }
    }

    private int headTokens(Headline headline) {
        int tokens = 0;
        while (tokens < titleTokens && text.start(tokens) < headline.restStart()) {
            tokens++;
        }
        return tokens;
    }

    /** The language by which the post was analyzed. */
    public Language language() {
        return language;
    }

    TokenBuffer tokens() {
        return text;
    }

    /** Where sentences and parts stand; good until the next post. */
    public TextLayout layout() {
        return layout;
    }

    /** How many tokens there are, those of the names as well. */
    public int size() {
        return text.size();
    }

    /** How many tokens headline, excerpt and body have: the post's length. */
    public int words() {
        return words;
    }

    /** A number of tokens as scores know it: an index keeps a byte of it. */
    public static int rounded(int tokens) {
        return SmallFloat.byte4ToInt(SmallFloat.intToByte4(tokens));
    }

    /** How many tokens the headline has. */
    public int titleTokens() {
        return titleTokens;
    }

    /** How many of them stand in its head, see {@link Headline}. */
    public int headTokens() {
        return headTokens;
    }

    /** Where a token stands. */
    public int position(int token) {
        return text.position(token);
    }

    /** Excerpt and body in UTF-8, one after the other. */
    byte[] kept() {
        return kept;
    }

    /** The terms of the tokens from one (included) to another (excluded): stems, or exact forms. */
    public void each(boolean stems, int first, int behindLast, Terms terms) {
        each(text, stems, first, behindLast, terms);
    }

    /** The terms of a name by itself, at positions from 0. */
    public void eachOfName(String value, Terms terms) {
        TokenBuffer name = new TokenBuffer(8);
        names.addSentence(name, value, 0);
        each(name, false, 0, name.size(), terms);
    }

    private static void each(TokenBuffer buffer, boolean stems, int first, int behindLast, Terms terms) {
        int extra = 0;
        for (int token = first; token < behindLast; token++) {
            WordForms forms = buffer.forms(token);
            terms.term(buffer.position(token), (stems ? forms.stem() : forms.exact()).utf8ToString(), false);
            while (extra < buffer.extraSize() && buffer.extraToken(extra) <= token) {
                boolean here = buffer.extraToken(extra) == token;
                if (here && (stems ? buffer.extraInStems(extra) : buffer.extraInExact(extra))) {
                    terms.term(buffer.position(token), buffer.extraTerm(extra).utf8ToString(), true);
                }
                extra++;
            }
        }
    }
}
