package broadsheet.web.http;

/** Answers one kind of request; the {@link Edge} turns its exceptions into answers. */
@FunctionalInterface
public interface Action {

    Answer answer(WebRequest request) throws Exception;
}
