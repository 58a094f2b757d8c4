package broadsheet.web.http;

import broadsheet.web.text.Percent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of an address in the order given, each name as often as it came. Reading never fails. */
public record QueryString(List<Parameter> parameters) {

    /** The names that Google, Meta, Microsoft, X, TikTok, Yandex, Matomo, HubSpot, Mailchimp and others use. */
    private static final Pattern TRACKER = Pattern.compile("(utm|mtm|pk|piwik|matomo|hsa|vero|oly|gad)_.*"
            + "|(fb|g|d|y|ym|tw|tt|sc)clid|msclkid|gclsrc|[gw]braid|srsltid|igsh(id)?|_g[al]|_openstat|_hs(enc|mi)"
            + "|__hs(tc|sc|fp)|hsctatracking|mc_[ce]id|mkt_tok|s_kwcid|ef_id|epik|wickedid|ref_(src|url)|li_fat_id"
            + "|rdt_cid|_branch_match_id", Pattern.CASE_INSENSITIVE);

    static final QueryString EMPTY = new QueryString(List.of());

    /** Fourteen names, five of them with at most 100 values each, are far below; an address of more is no search. */
    static final int MOST = 1000;

    /** Characters: a query has 2,000, and the reading says so where there were more. */
    private static final int LONGEST_TEXT = 2001;

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /** One name and value, decoded. */
    record Parameter(String name, String value) {}

    /**
     * {@code q=sea+wall&tag=a&tag=b} as HTML forms write it: a plus is a space; a name without {@code =} is empty. Of
     * more than {@link #MOST} parameters one more than these is read, which says that there were more.
     */
    public static QueryString parse(String raw) {
        List<Parameter> found = new ArrayList<>();
        for (int start = 0; start < raw.length() && found.size() <= MOST;) {
            int end = raw.indexOf('&', start);
            String part = raw.substring(start, end < 0 ? raw.length() : end);
            start += part.length() + 1;
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                found.add(new Parameter(Percent.decodeForm(name), Percent.decodeForm(value)));
            }
        }
        return new QueryString(found);
    }

    /**
     * Without what others add to links that they send out, to count who follows them: {@code utm_source}, {@code fbclid}.
     * A reader can do nothing about these.
     */
    public QueryString withoutTrackers() {
        return new QueryString(parameters.stream().filter(p -> !TRACKER.matcher(p.name()).matches()).toList());
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    /** The first value of this name, of a long one the beginning: one character more than a query may have. */
    public String text(String name) {
        String value = first(name).orElse("");
        boolean isLong = value.length() > LONGEST_TEXT && value.codePointCount(0, value.length()) > LONGEST_TEXT;
        return isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST_TEXT)) : value;
    }

    /** All values of this name that are not blank; a form sends its empty fields too. */
    public List<String> all(String name) {
        List<String> values = List.of();
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name) && !parameter.value().isBlank()) {
                values = values.isEmpty() ? new ArrayList<>() : values;
                values.add(parameter.value());
            }
        }
        return values;
    }

    /** Whether the address has no name but these. */
    public boolean hasOnly(Set<String> names) {
        for (Parameter parameter : parameters) {
            if (!names.contains(parameter.name())) {
                return false;
            }
        }
        return true;
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
