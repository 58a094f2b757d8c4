package broadsheet.post;

/** Front matter or settings that their language does not allow; the place is 1-based, within the file. */
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final int contextLine;
    private final String code;

    public SyntaxException(String code, String message, int line, int column) {
        this(code, message, line, column, line);
    }

    /** @param contextLine where the construct began that went wrong at {@code line} */
    public SyntaxException(String code, String message, int line, int column, int contextLine) {
        super(message, null, false, false);
        this.code = code;
        this.line = line;
        this.column = column;
        this.contextLine = contextLine;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public int contextLine() {
        return contextLine;
    }

    public String code() {
        return code;
    }
}
