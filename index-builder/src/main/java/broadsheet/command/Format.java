package broadsheet.command;

/** How problems are written; in lower case on the command line. */
enum Format {
    /** {@code path:line:column: severity: message [code]}. */
    text,
    /** GitHub's annotations. */
    github
}
