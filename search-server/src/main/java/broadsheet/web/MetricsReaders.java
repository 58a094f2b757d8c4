package broadsheet.web;

import broadsheet.web.ServerOptions.Metrics;
import broadsheet.web.ServerOptions.Metrics.To;
import broadsheet.web.http.Action;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.AdminToken;
import java.util.List;
import java.util.Optional;

/** Lets those to the metrics whom the owner wants there: they tell how much is searched, and of how many posts. */
final class MetricsReaders {

    /** A proxy says with one of these that the request is another's. */
    private static final List<String> SIGNS_OF_A_PROXY = List.of("X-Forwarded-For", "Forwarded", "Via",
            "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final Metrics metrics;
    private final Optional<AdminToken> token;

    MetricsReaders(Metrics metrics, Optional<AdminToken> token) {
        this.metrics = metrics;
        this.token = token;
    }

    /** The action for the readers; for others a 401, or a 404 where there is no token that they could send. */
    Action only(Action action) {
        return request -> {
            if (!mayRead(request)) {
                throw token.isPresent()
                        ? Fault.of(Kind.UNAUTHORIZED, "The token is missing or wrong.")
                                .with("WWW-Authenticate", "Bearer").thrown()
                        : Fault.of(Kind.NOT_FOUND, "Nothing has this address.").thrown();
            }
            return action.answer(request);
        };
    }

    private boolean mayRead(WebRequest request) {
        // On its own address the front door lets nobody else in, and nobody to the metrics on the other.
        boolean open = metrics.to() == To.ALL || metrics.to() == To.OWN_ADDRESS
                || metrics.to() == To.MACHINE && isOfThisMachine(request);
        return open || token.filter(t -> t.opens(request)).isPresent();
    }

    private static boolean isOfThisMachine(WebRequest request) {
        String client = request.client();
        boolean loopback = client.startsWith("127.") || client.equals("::1") || client.equals("0:0:0:0:0:0:0:1");
        return loopback && SIGNS_OF_A_PROXY.stream().allMatch(name -> request.header(name).isEmpty());
    }
}
