package broadsheet.opensearch;

import java.io.IOException;

/** A cluster that does not do what it is asked; the message is one line and names the host. */
public sealed class ClusterException extends IOException {

    private static final long serialVersionUID = 1L;

    private ClusterException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No host answers, or none can answer now; later one may. */
    public static sealed class Away extends ClusterException {
        private static final long serialVersionUID = 1L;

        public Away(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** No host can be reached safely: one side does not trust the other's certificate, or does not speak TLS. */
    public static final class Unsafe extends Away {
        private static final long serialVersionUID = 1L;

        public Unsafe(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A host has understood the request and refuses it: asking again would change nothing. */
    public static final class Refused extends ClusterException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        public Refused(String message, int status, String type) {
            super(message, null);
            this.status = status;
            this.type = type;
        }

        /** Whether the cluster does not know who asks, or does not let him. */
        public boolean isForbidden() {
            return status == 401 || status == 403;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** OpenSearch's own name of the fault, {@code index_not_found_exception}; empty when it gives none. */
        public String type() {
            return type;
        }
    }

    /** What answers is no OpenSearch, or one that is too old. */
    public static final class Unsuitable extends ClusterException {
        private static final long serialVersionUID = 1L;

        public Unsuitable(String message) {
            super(message, null);
        }
    }
}
