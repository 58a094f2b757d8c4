package broadsheet.query;

/**
 * One thing that a person should know of how a query was read or answered.
 *
 * @param code stable, for programs: {@code unclosed-quote}
 * @param message one plain sentence, for people; plain text
 */
public record Note(String code, String message) {}
