package broadsheet.build;

/** Hears how a build goes on; called by one thread. */
public interface BuildListener extends AutoCloseable {

    /** Hears nothing. */
    BuildListener NONE = new BuildListener() {
    };

    /** The archive has been walked; now its files are read. */
    default void started(int files) {}

    /** One more file has been read and its posts handed over. */
    default void read(int posts) {}

    /** All files are read; the index is being made durable. */
    default void publishing() {}

    @Override
    default void close() {}
}
