package broadsheet.web.route;

/** Builds the index anew and publishes it; readers follow by themselves. */
@FunctionalInterface
public interface Rebuild {

    /**
     * Returns when the new index is published; throws when it was not.
     *
     * @return what was done, in a line
     */
    String run(Progress progress) throws Exception;

    /**
     * Hears how far a rebuild is. Each method throws {@link java.util.concurrent.CancellationException} when the rebuild
     * was told to stop; nothing is published then.
     */
    interface Progress {

        /** So many files are to be read. */
        void files(int files);

        /** One more file has been read, with so many posts. */
        void read(int posts);

        /** All files are read; the index is being made durable. */
        void publishing();

        /** The index is written, and from now on nothing can stop it from being served. */
        void committing();
    }
}
