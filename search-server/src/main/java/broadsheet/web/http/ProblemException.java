package broadsheet.web.http;

/** Carries a {@link Fault} to the edge, where it becomes an answer. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    ProblemException(Fault fault) {
        super(fault.detail(), null, false, false);
        this.fault = fault;
    }

    /** What the caller is told. */
    public Fault fault() {
        return fault;
    }
}
