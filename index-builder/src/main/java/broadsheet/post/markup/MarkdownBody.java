package broadsheet.post.markup;

/**
 * Writes the text of a body of Markdown: stretches between empty lines that are plain by {@link PlainMarkdown}, all
 * others by way of the parser, neighbours together. An empty line ends every block but those that hold empty lines
 * themselves: what is set in may belong to the block above it and goes the same way; from a fence, an open comment or
 * preformatted HTML on all is the parser's.
 */
final class MarkdownBody {

    private static final String[] PREFORMATTED = {"pre", "script", "style", "textarea"};

    private final String text;
    private final ParagraphWriter out;
    private final HtmlText html;
    /** Where the stretches that wait for the parser begin; -1 when none does. */
    private int waiting = -1;

    private MarkdownBody(String text, ParagraphWriter out) {
        this.text = text;
        this.out = out;
        this.html = new HtmlText(out, text);
    }

    static void write(String text, ParagraphWriter out) {
        MarkdownBody body = new MarkdownBody(text, out);
        // a definition of a link's address holds for the whole body
        if (text.contains("]:") || text.indexOf('\r') >= 0) {
            body.parse(0, text.length());
        } else {
            body.stretches();
        }
        body.html.finish();
    }

    private void stretches() {
        PlainMarkdown plain = new PlainMarkdown(text);
        int start = skipBlankLines(0);
        while (start < text.length()) {
            plain.clear();
            boolean isPlain = true;
            int end;
            int next = start;
            do {
                end = stretchEnd(next);
                isPlain = isPlain && plain.read(next, end);
                next = skipBlankLines(end);
            } while (isSetIn(next));
            if (isPlain) {
                parseWaiting(start);
                plain.write(out);
            } else {
                waiting = waiting < 0 ? start : waiting;
                next = goesOn(start, end) ? text.length() : next;
            }
            start = next;
        }
        parseWaiting(text.length());
    }

    /** Whether a block may go on over the empty line at {@code end} (CommonMark 0.31, sections 4.5 and 4.6). */
    private boolean goesOn(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean fence = (c == '`' || c == '~') && text.startsWith(c == '`' ? "```" : "~~~", i);
            if (fence || c == '<' && htmlGoesOn(i + 1, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean htmlGoesOn(int at, int end) {
        char c = at < end ? text.charAt(at) : ' ';
        if (c == '!' || c == '?') {
            int close = text.startsWith("!--", at) ? text.indexOf("-->", at + 3) : -1;
            return close < 0 || close > end;
        }
        for (String name : PREFORMATTED) {
            if (text.regionMatches(true, at, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSetIn(int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }

    /** Where the first line from {@code from} on begins that is not empty; the text's length when there is none. */
    private int skipBlankLines(int from) {
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                start = i + 1;
            } else if (c != ' ' && c != '\t') {
                return start;
            }
        }
        return text.length();
    }

    /** Offset behind the last character of the lines from {@code start} to the next empty one. */
    private int stretchEnd(int start) {
        int end = text.indexOf('\n', start);
        while (end >= 0 && !isBlankLine(end + 1)) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private boolean isBlankLine(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n';
    }

    private void parseWaiting(int end) {
        if (waiting >= 0) {
            parse(waiting, end);
            waiting = -1;
        }
    }

    private void parse(int from, int to) {
        MarkdownText.write(MarkdownText.PARSER.parse(text.substring(from, to)), html, out);
    }
}
