package broadsheet.search;

import java.util.List;

/**
 * How an engine is doing.
 *
 * @param reasons why it answers less well than it could, a sentence each, without paths of this machine; empty when all
 *     is well
 * @param indexBytes size of the index that answers
 * @param completions which completions are offered: another text when they have changed
 */
public record EngineState(List<String> reasons, long indexBytes, String completions) {

    public EngineState {
        reasons = List.copyOf(reasons);
    }

    /** Whether it answers, but less well than it could. */
    public boolean degraded() {
        return !reasons.isEmpty();
    }
}
