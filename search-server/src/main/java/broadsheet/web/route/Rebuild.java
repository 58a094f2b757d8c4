package broadsheet.web.route;

/** Builds the index anew and publishes it; readers follow by themselves. */
@FunctionalInterface
public interface Rebuild {

    /** Returns when the new index is published; throws when it was not. */
    void run() throws Exception;
}
