package broadsheet.owner;

import java.util.Optional;

/** The files of rules that an owner may set; one that is empty is not looked for. */
public record OwnerFiles(Optional<OwnerFile> synonyms, Optional<OwnerFile> pins) {

    /** The usual names. */
    public static final String SYNONYMS = "synonyms.txt";
    public static final String PINS = "pins.txt";

    /** No rules, whatever lies about. */
    public static final OwnerFiles NONE = new OwnerFiles(Optional.empty(), Optional.empty());
}
