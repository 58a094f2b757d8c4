package broadsheet.search.lucene.translate;

import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.WordGroupQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A Lucene query as one line, as Lucene prints it, but so that it can be read and is always the same: the words of a
 * pattern and the members of a group are listed, alternatives are in the order of the alphabet, a moment is a date, the
 * marks of further forms are {@code {acronym}}, {@code {written}}, {@code {accented}} and {@code {restored}}.
 */
final class PrintedQuery {

    private static final Pattern MOMENT = Pattern.compile("-?\\d{12,19}");

    private PrintedQuery() {}

    /** @param field its terms are printed without its name */
    static String of(Query query, String field) {
        return MOMENT.matcher(marks(print(query, field))).replaceAll(found -> moment(Long.parseLong(found.group())));
    }

    private static String marks(String text) {
        return text.replace("\u0001", "{acronym}").replace("\u0002", "{written}").replace("\u0003", "{accented}")
                .replace("\u0004", "{restored}").replace("\u0000", "{end}");
    }

    private static String moment(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE ? "*" : Instant.ofEpochMilli(millis).toString();
    }

    private static String print(Query query, String field) {
        return switch (query) {
            case BooleanQuery group -> group(group, field);
            case OneOf one -> group(one.either(), field);
            case BoostQuery boosted -> within(boosted.getQuery(), field) + "^" + boosted.getBoost();
            case ConstantScoreQuery plain -> "is" + inBrackets(print(plain.getQuery(), field));
            case DisjunctionMaxQuery best -> "best" + sorted(best.getDisjuncts(), field);
            case MatchAllDocsQuery all -> "*:*";
            case PatternQuery pattern -> "anyOf"
                    + pattern.terms().stream().map(PrintedQuery::term).toList().toString();
            case WordGroupQuery group -> "group" + group.members().stream()
                    .map(member -> print(member.query(), field) + (member.share() == 1 ? "" : "*" + member.share()))
                    .toList();
            default -> alternativesInOrder(query.toString(field));
        };
    }

    private static String term(Term term) {
        return term.field() + ":" + term.text();
    }

    private static String group(BooleanQuery group, String field) {
        List<String> clauses = new ArrayList<>();
        for (BooleanClause clause : group.clauses()) {
            clauses.add(clause.occur() + within(clause.query(), field));
        }
        String least = group.getMinimumNumberShouldMatch() > 0 ? "~" + group.getMinimumNumberShouldMatch() : "";
        return String.join(" ", clauses) + least;
    }

    private static String within(Query query, String field) {
        return query instanceof BooleanQuery || query instanceof OneOf
                ? inBrackets(print(query, field))
                : print(query, field);
    }

    private static String inBrackets(String text) {
        return "(" + text + ")";
    }

    private static String sorted(Collection<Query> parts, String field) {
        return parts.stream().map(part -> print(part, field)).sorted().collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Lucene keeps alternative intervals in a set of no order. */
    private static String alternativesInOrder(String text) {
        int or = text.lastIndexOf("or(");
        String ordered = text;
        while (or >= 0) {
            int end = closing(ordered, or + 2);
            String inside = ordered.substring(or + 3, end);
            ordered = ordered.substring(0, or + 3)
                    + parts(inside).stream().sorted().collect(Collectors.joining(",")) + ordered.substring(end);
            or = ordered.lastIndexOf("or(", or - 1);
        }
        return ordered;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
