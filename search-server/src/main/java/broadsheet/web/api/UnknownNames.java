package broadsheet.web.api;

import broadsheet.web.http.Fault.ParameterFault;
import broadsheet.web.http.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parameters of an address that it does not take. */
final class UnknownNames {

    /** Faults that are told; whoever has more of them has made a mistake of another kind. */
    static final int MOST = 10;

    private UnknownNames() {}

    /** A fault for each of the first ten; the first says what would do. */
    static List<ParameterFault> in(QueryString query, Set<String> names) {
        if (query.hasOnly(names)) {
            return List.of();
        }
        String expected = "one of " + String.join(", ", names.stream().sorted().toList());
        List<ParameterFault> faults = new ArrayList<>();
        query.names().stream().filter(name -> !names.contains(name)).limit(MOST)
                .forEach(name -> faults.add(ParameterFault.unknown(name, query.first(name).orElse(""),
                        faults.isEmpty() ? expected : "a name as above")));
        return faults;
    }
}
