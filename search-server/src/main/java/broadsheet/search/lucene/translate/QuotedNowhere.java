package broadsheet.search.lucene.translate;

import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.Field;
import broadsheet.query.QueryReading;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/**
 * Finds the quotations of a query that no post has, and puts their words in the place of each. {@code +"a b"} and
 * {@code -"a b"} stay as they are, and so do names ({@code author:"a b"}) and parts of a nearness.
 */
final class QuotedNowhere {

    /** A query tree as Lucene queries. */
    @FunctionalInterface
    interface Translator {
        Translation translated(QueryNode node) throws IOException;
    }

    private final Reading reading;
    private final Translator translator;
    private final Map<String, Note> nowhere = new LinkedHashMap<>();

    QuotedNowhere(Reading reading, Translator translator) {
        this.reading = reading;
        this.translator = translator;
    }

    /** The query; where no post has all of it and some of its quotations stand nowhere, with their words as a way out. */
    Translation translated(QueryNode root) throws IOException {
        Translation typed = translator.translated(root);
        if (!mayBeIn(root) || stands(typed)) {
            return typed;
        }
        QueryNode words = together(loosened(root));
        return nowhere.isEmpty() ? typed : typed.or(translator.translated(words), List.copyOf(nowhere.values()));
    }

    /** Whether some post has all of it. */
    private boolean stands(Translation translation) throws IOException {
        BooleanQuery.Builder visible = new BooleanQuery.Builder().add(translation.all(), Occur.FILTER);
        reading.addVisible(visible);
        return reading.searcher().hasAny(visible.build());
    }

    /** Whether a node has quotations at all that would be taken apart. */
    private static boolean mayBeIn(QueryNode node) {
        return node instanceof QueryNode.Phrase
                || isOpen(node) && node.children().stream().anyMatch(QuotedNowhere::mayBeIn);
    }

    private static boolean isOpen(QueryNode node) {
        return node instanceof QueryNode.Sequence || node instanceof QueryNode.AllOf || node instanceof QueryNode.AnyOf
                || node instanceof QueryNode.InField field && isText(field.field());
    }

    private static boolean isText(Field field) {
        return field == Field.TITLE || field == Field.LEAD || field == Field.BODY;
    }

    /** The node, or the parts in its place, each of which should be there. */
    private List<QueryNode> loosened(QueryNode node) throws IOException {
        if (!mayBeIn(node)) {
            return List.of(node);
        }
        if (node instanceof QueryNode.InField field && field.node() instanceof QueryNode.Phrase phrase) {
            return words(node, phrase.words().stream()
                    .<QueryNode>map(word -> new QueryNode.InField(field.field(), word)).toList());
        }
        return switch (node) {
            case QueryNode.Phrase phrase -> words(node, phrase.words());
            case QueryNode.Sequence sequence -> each(sequence.parts());
            case QueryNode.AnyOf any -> stands(translator.translated(any)) ? List.of(any) : each(any.parts());
            case QueryNode.AllOf every -> List.of(inEach(every));
            default -> List.of(node);
        };
    }

    private List<QueryNode> words(QueryNode quotation, List<QueryNode> words) throws IOException {
        if (stands(translator.translated(quotation))) {
            return List.of(quotation);
        }
        String shown = QueryReading.of(quotation);
        nowhere.put(shown, new Note("quotation-nowhere", "No post has " + shown
                + " as quoted. Posts with some of its words follow, where there are any."));
        return words;
    }

    private List<QueryNode> each(List<QueryNode> parts) throws IOException {
        List<QueryNode> loosened = new ArrayList<>();
        for (QueryNode part : parts) {
            loosened.addAll(loosened(part));
        }
        return loosened;
    }

    /** Each part of a typed AND must be there: of a quotation, all of its words. */
    private QueryNode inEach(QueryNode.AllOf every) throws IOException {
        List<QueryNode> parts = new ArrayList<>();
        for (QueryNode part : every.parts()) {
            parts.add(together(loosened(part)));
        }
        return every.with(parts);
    }

    private static QueryNode together(List<QueryNode> parts) {
        return parts.size() == 1 ? parts.get(0) : new QueryNode.Sequence(parts);
    }
}
