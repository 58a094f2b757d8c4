package broadsheet.index.lucene;

import broadsheet.analysis.SentenceSplitter;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.analysis.TokenBuffer;
import java.util.Iterator;
import java.util.List;

/** Puts the sentences of a post's parts into its tokens and its layout. */
final class SentencesOfParts {

    private final TokenBuffer text;
    private final TextLayout layout;

    SentencesOfParts(TokenBuffer text, TextLayout layout) {
        this.text = text;
        this.layout = layout;
    }

    /**
     * The excerpt or the body of a post.
     *
     * @param unseen where the paragraphs begin that the post's page need not show, UTF-16 offsets into the text
     * @param bytes the length of the text in UTF-8
     */
    record Part(String text, List<Integer> unseen, int bytes) {
        boolean isAscii() {
            return bytes == text.length();
        }
    }

    /** Adds the sentences of a part, the first at this position and byte; the position behind the last. */
    int add(TextAnalysis analysis, Part part, int position, int firstByte) {
        SentenceSplitter splitter = new SentenceSplitter(part.text());
        char[] chars = splitter.chars();
        Iterator<Integer> unseenStarts = part.unseen().iterator();
        int nextUnseen = -1;
        boolean seen = true;
        int next = position;
        int counted = 0;
        int bytes = firstByte;
        while (splitter.start() < chars.length) {
            int start = splitter.start();
            boolean opens = splitter.opensParagraph();
            bytes += part.isAscii() ? start - counted : utf8Length(chars, counted, start);
            counted = start;
            while (nextUnseen < start && unseenStarts.hasNext()) {
                nextUnseen = unseenStarts.next();
            }
            seen = start != nextUnseen && (opens || seen);
            layout.add(next, bytes, opens, seen);
            next = analysis.addSentence(text, chars, start, splitter.next(), next);
        }
        return next;
    }

    private static int utf8Length(char[] text, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length
                    && Character.isLowSurrogate(text[i + 1])) {
                length += 4;
                i++;
            } else {
                // A lone surrogate is written as one question mark.
                length += Character.isSurrogate(c) ? 1 : 3;
            }
        }
        return length;
    }
}
