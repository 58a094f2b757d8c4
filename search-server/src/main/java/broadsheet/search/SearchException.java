package broadsheet.search;

/** A search without an answer; its kind says whose fault that is. */
public sealed class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SearchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The caller's fault: a text in Lucene's syntax that does not parse, at {@link #position()}. */
    public static final class BadSyntax extends SearchException {
        private static final long serialVersionUID = 1L;
        private final String text;
        private final int position;

        /** @param position 0-based UTF-16 offset into the text */
        public BadSyntax(String message, String text, int position) {
            super(message, null);
            this.text = text;
            this.position = position;
        }

        public String text() {
            return text;
        }

        public int position() {
            return position;
        }
    }

    /** The caller's fault: a cursor that is no cursor, or belongs to an index that is gone ({@link #stale()}). */
    public static final class BadCursor extends SearchException {
        private static final long serialVersionUID = 1L;
        private final String cursor;
        private final boolean stale;

        public BadCursor(String message, String cursor, boolean stale) {
            super(message, null);
            this.cursor = cursor;
            this.stale = stale;
        }

        public String cursor() {
            return cursor;
        }

        public boolean stale() {
            return stale;
        }
    }

    /** The world's fault: no index, too busy, out of time; worth another try later. */
    public static final class Unavailable extends SearchException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
