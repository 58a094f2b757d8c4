package broadsheet.index;

import java.io.IOException;

/** An index that cannot be written or read as it is; the message says what to do. */
public sealed class IndexException extends IOException {

    private static final long serialVersionUID = 1L;

    private IndexException(String message) {
        super(message);
    }

    /** Another build holds the index. */
    public static final class Locked extends IndexException {
        private static final long serialVersionUID = 1L;

        public Locked(String message) {
            super(message);
        }
    }

    /** The index was written in another schema, or by something else. */
    public static final class WrongSchema extends IndexException {
        private static final long serialVersionUID = 1L;

        public WrongSchema(String message) {
            super(message);
        }
    }

    /** Files are missing or their bytes have changed. */
    public static final class Damaged extends IndexException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }
    }
}
