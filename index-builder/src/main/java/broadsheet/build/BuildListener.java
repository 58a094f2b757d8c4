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

    /** The index is written, and from now on nothing can stop it from being served: the last chance to throw. */
    default void committing() {}

    /** Something about the build that its owner should know, as a line. */
    default void notice(String line) {}

    @Override
    default void close() {}
}
