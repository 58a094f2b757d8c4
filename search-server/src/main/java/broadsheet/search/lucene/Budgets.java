package broadsheet.search.lucene;

import broadsheet.search.SearchEngine.Calls;
import broadsheet.search.lucene.view.Budget;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each call its budget; calls that one request makes share one. */
final class Budgets {

    /** Searches of a new process, whose code is not compiled yet. */
    private static final int COLD = 100;

    private final Budget.Limits limits;
    private final AtomicInteger searches = new AtomicInteger();
    private final ThreadLocal<Request> request = new ThreadLocal<>();

    /** What the calls of one request share; nothing before the first of them. */
    private static final class Request {
        private Optional<Budget> budget = Optional.empty();
    }

    Budgets(Budget.Limits limits) {
        this.limits = limits;
    }

    /** Runs the calls of one request, on this thread. */
    <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        if (request.get() != null) {
            return calls.run();
        }
        request.set(new Request());
        try {
            return calls.run();
        } finally {
            request.remove();
        }
    }

    /** A search begins; the first ones of a process have more. */
    void searching() {
        if (searches.get() < COLD) {
            searches.incrementAndGet();
        }
    }

    /** For a call on this thread: what is left for the request, where it belongs to one. */
    Budget next() {
        Request shared = request.get();
        if (shared == null) {
            return begin();
        }
        Budget budget = shared.budget.orElseGet(this::begin);
        shared.budget = Optional.of(budget);
        return budget;
    }

    private Budget begin() {
        return Budget.begin(searches.get() < COLD ? limits.cold() : limits);
    }
}
