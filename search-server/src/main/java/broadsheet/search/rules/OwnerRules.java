package broadsheet.search.rules;

import java.util.List;

/**
 * The owner's rules as searches use them.
 *
 * @param edition another number for other rules, 0 for none
 */
public record OwnerRules(SynonymTable synonyms, PinTable pins, long edition) {

    static final OwnerRules NONE = new OwnerRules(SynonymTable.NONE, new PinTable(List.of()), 0);
}
