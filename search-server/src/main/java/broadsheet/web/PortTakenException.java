package broadsheet.web;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** The port or the address cannot be listened on; the message says which. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(ServerOptions options, Throwable cause) {
        super("cannot listen on " + options.host() + ":" + options.port() + ": " + reason(cause), cause);
    }

    private static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "no address is known for this name; choose another with --host";
            }
            if (String.valueOf(cause.getMessage()).contains("Cannot assign requested address")) {
                return "this machine does not have the address; choose another with --host";
            }
        }
        return "the port is in use or not allowed; choose another with --port";
    }
}
