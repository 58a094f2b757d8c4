package broadsheet.search.rules;

import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.owner.SynonymFile;
import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the words of a query their synonyms by the owner's rules. Quoted words, excluded words, patterns and names stay as
 * they were typed.
 *
 * <p>Where several typed words have a synonym, each of them gets it: {@code (world or WHO) and (health or WHO) and …} is
 * the same as all of them or WHO, and a post that has WHO lacks none of the words.
 */
public final class SynonymExpansion {

    /** Synonyms that the note names; further ones are counted. */
    private static final int MOST_NAMED = 8;
    /** Words of a query that are given synonyms; more would make a long query slow. */
    private static final int MOST_EXPANDED = 16;

    private final SynonymTable table;
    private final List<TextAnalysis> analyses;
    private final Predicate<List<Token>> acronymAlone;
    private final Map<String, Set<String>> searched = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private int expanded;

    /**
     * @param analyses by the languages of the archive
     * @param acronymAlone whether the letters of an acronym are another word of their own in this archive: {@code WHO}
     */
    public SynonymExpansion(SynonymTable table, List<TextAnalysis> analyses, Predicate<List<Token>> acronymAlone) {
        this.table = table;
        this.analyses = table.isEmpty() ? List.of() : analyses;
        this.acronymAlone = acronymAlone;
    }

    /** A query with synonyms, and the note on them, if there are any. */
    public record Expanded(QueryNode root, List<Note> notes) {}

    public Expanded expand(QueryNode root) {
        QueryNode with = analyses.isEmpty() ? root : one(root, root instanceof QueryNode.Word);
        return new Expanded(with, searched.isEmpty() ? List.of() : List.of(note()));
    }

    /** @param whole the node is all that was typed */
    private QueryNode one(QueryNode node, boolean whole) {
        return switch (node) {
            case QueryNode.Word word -> sequence(List.of(word), whole).get(0);
            case QueryNode.Sequence sequence -> new QueryNode.Sequence(sequence(sequence.parts(), false));
            case QueryNode.Not not -> not;
            case QueryNode.InField field when !isText(field.field()) -> field;
            default -> node.with(node.children().stream()
                    .map(part -> one(part, whole && node instanceof QueryNode.Required)).toList());
        };
    }

    private static boolean isText(QueryNode.Field field) {
        return switch (field) {
            case TITLE, LEAD, BODY -> true;
            case AUTHOR, CATEGORY, TAG, LANG -> false;
        };
    }

    /** Words side by side; of the rules that begin at a word the one for most words counts. */
    private List<QueryNode> sequence(List<QueryNode> parts, boolean whole) {
        int longest = analyses.stream().mapToInt(table::longest).max().orElse(0);
        List<QueryNode> with = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size();) {
            int length = Math.min(longest, words(parts, i));
            Set<String> also = Set.of();
            while (length > 0 && also.isEmpty()) {
                List<QueryNode> run = parts.subList(i, i + length);
                also = also(run, whole || run.size() == parts.size());
                length -= also.isEmpty() ? 1 : 0;
            }
            if (also.isEmpty() || expanded + length > MOST_EXPANDED) {
                with.add(parts.get(i) instanceof QueryNode.Word ? parts.get(i) : one(parts.get(i), false));
                i++;
            } else {
                add(with, parts.subList(i, i + length), also);
                i += length;
            }
        }
        return with;
    }

    private static int words(List<QueryNode> parts, int from) {
        int to = from;
        while (to < parts.size() && parts.get(to) instanceof QueryNode.Word) {
            to++;
        }
        return to - from;
    }

    private void add(List<QueryNode> with, List<QueryNode> run, Set<String> also) {
        searched.computeIfAbsent(text(run), text -> new LinkedHashSet<>()).addAll(also);
        expanded += run.size();
        for (QueryNode part : run) {
            QueryNode.Word word = (QueryNode.Word) part;
            // A rule for capitals says what they mean, also where they are all that was typed.
            boolean acronym = word.acronym() || run.size() == 1 && isInCapitals(word.text());
            List<String> all = Stream.concat(also.stream(), word.also().stream()).distinct().toList();
            with.add(new QueryNode.Word(word.text(), acronym, all));
        }
    }

    private static String text(List<QueryNode> run) {
        return run.stream().map(part -> ((QueryNode.Word) part).text()).collect(Collectors.joining(" "));
    }

    private static boolean isInCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** The synonyms of a run of words in any of the archive's languages. */
    private Set<String> also(List<QueryNode> run, boolean whole) {
        Set<String> also = new LinkedHashSet<>();
        for (TextAnalysis analysis : analyses) {
            String key = run.stream().map(part -> key((QueryNode.Word) part, analysis))
                    .collect(Collectors.joining(" "));
            for (SynonymTable.Entry entry : table.entries(key, analysis)) {
                if (isMeant(entry.side(), run, whole, analysis)) {
                    also.addAll(entry.also());
                }
            }
        }
        also.removeIf(text -> text.equalsIgnoreCase(text(run)));
        return also.stream().limit(SynonymFile.MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each word stands in many runs. */
    private String key(QueryNode.Word word, TextAnalysis analysis) {
        return keys.computeIfAbsent(analysis.language().code() + " " + word.text(),
                name -> SynonymTable.key(word.text(), analysis));
    }

    /** A rule for {@code WHO} is not one for {@code who}; in a query all in capitals nobody can tell. */
    private boolean isMeant(String side, List<QueryNode> run, boolean whole, TextAnalysis analysis) {
        if (run.size() > 1 || !acronymAlone.test(analysis.tokens(side))) {
            return true;
        }
        QueryNode.Word word = (QueryNode.Word) run.get(0);
        return word.acronym() || whole && isInCapitals(word.text());
    }

    private Note note() {
        List<String> shown = new ArrayList<>();
        int named = 0;
        int all = 0;
        for (Map.Entry<String, Set<String>> entry : searched.entrySet()) {
            all += entry.getValue().size();
            List<String> texts = entry.getValue().stream().limit(MOST_NAMED - named).toList();
            named += texts.size();
            if (!texts.isEmpty()) {
                shown.add(texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ")) + " for "
                        + entry.getKey());
            }
        }
        String more = all > named ? " and " + (all - named) + " more" : "";
        return new Note("synonyms", "Also searched: " + String.join("; ", shown) + more
                + ". Quotation marks keep a word as it was typed.");
    }
}
