package broadsheet.web.http;

import broadsheet.web.text.Percent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of an address in the order given, each name as often as it came. Reading never fails. */
public record QueryString(List<Parameter> parameters) {

    static final QueryString EMPTY = new QueryString(List.of());

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /** One name and value, decoded. */
    record Parameter(String name, String value) {}

    /** {@code q=sea+wall&tag=a&tag=b} as HTML forms write it: a plus is a space; a name without {@code =} is empty. */
    public static QueryString parse(String raw) {
        List<Parameter> found = new ArrayList<>();
        for (String part : raw.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                found.add(new Parameter(Percent.decodeForm(name), Percent.decodeForm(value)));
            }
        }
        return new QueryString(found);
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
    }

    /** All values of this name that are not blank; a form sends its empty fields too. */
    public List<String> all(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).filter(v -> !v.isBlank())
                .toList();
    }

    /** The names in the order given, each once. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(p -> names.add(p.name()));
        return names;
    }

    /** As it stands after the question mark, without it: {@code q=sea%20wall&tag=a}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Parameter p : parameters) {
            out.append(out.isEmpty() ? "" : "&").append(Percent.encode(p.name())).append('=')
                    .append(Percent.encode(p.value()));
        }
        return out.toString();
    }
}
