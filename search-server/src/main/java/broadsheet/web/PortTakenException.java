package broadsheet.web;

/** The port cannot be listened on. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(ServerOptions options, Throwable cause) {
        super("cannot listen on " + options.host() + ":" + options.port()
                + ": the port is in use or not allowed; choose another with --port", cause);
    }
}
