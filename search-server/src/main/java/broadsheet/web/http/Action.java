package broadsheet.web.http;

/** Answers one kind of request; what it throws is told to the caller at the {@link Edge}. */
@FunctionalInterface
public interface Action {

    Answer answer(WebRequest request) throws Exception;
}
