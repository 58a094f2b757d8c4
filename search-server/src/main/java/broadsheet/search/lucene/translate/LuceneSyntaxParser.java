package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Reading;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldableNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.RangeQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.processors.QueryNodeProcessorImpl;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.config.NumberDateFormat;
import org.apache.lucene.queryparser.flexible.standard.config.PointsConfig;
import org.apache.lucene.queryparser.flexible.standard.nodes.WildcardQueryNode;
import org.apache.lucene.queryparser.flexible.standard.processors.StandardQueryNodeProcessorPipeline;

/**
 * Lucene's StandardQueryParser over the fields of a post by their public names: {@code title}, {@code author},
 * {@code category}, {@code tag}, {@code lang}, {@code id}, {@code date} ({@code date:[2024-01-01 TO 2024-12-31]}), and
 * all text for words without a field.
 */
final class LuceneSyntaxParser {

    private LuceneSyntaxParser() {}

    static StandardQueryParser over(Reading reading) {
        StandardQueryParser parser = new StandardQueryParser(new FieldAnalyzer(reading.analyses()));
        parser.setMultiFields(new CharSequence[]{PostFields.ALL});
        parser.setAllowLeadingWildcard(false);
        SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        day.setTimeZone(TimeZone.getTimeZone(reading.zone()));
        parser.setPointsConfigMap(
                Map.of(PostFields.DATE, new PointsConfig(new NumberDateFormat(day), Long.class)));
        StandardQueryNodeProcessorPipeline steps = (StandardQueryNodeProcessorPipeline) parser.getQueryNodeProcessor();
        // Behind the step that gives words without a field their fields.
        steps.add(2, new IndexedFields(reading.languages()));
        return parser;
    }

    /** Replaces the public names of fields by those in the index. */
    private static final class IndexedFields extends QueryNodeProcessorImpl {
        private final List<Language> languages;

        IndexedFields(List<Language> languages) {
            this.languages = languages;
        }

        @Override
        protected QueryNode preProcessNode(QueryNode node) {
            return node;
        }

        @Override
        protected QueryNode postProcessNode(QueryNode node) throws QueryNodeException {
            // A sloppy phrase and a range are taken whole, one level up.
            if (!(node instanceof FieldableNode named) || named.getField() == null
                    || node.getParent() instanceof SlopQueryNode || node.getParent() instanceof RangeQueryNode) {
                return node;
            }
            boolean pattern = node instanceof FuzzyQueryNode || node instanceof WildcardQueryNode;
            List<String> fields = fields(named.getField().toString(), pattern);
            if (fields.size() == 1) {
                named.setField(fields.get(0));
                return node;
            }
            List<QueryNode> either = new ArrayList<>();
            for (String field : fields) {
                try {
                    FieldableNode one = (FieldableNode) node.cloneTree();
                    one.setField(field);
                    either.add(one);
                } catch (CloneNotSupportedException e) {
                    throw new QueryNodeException(e);
                }
            }
            return new GroupQueryNode(new OrQueryNode(either));
        }

        private List<String> fields(String name, boolean pattern) {
            return switch (name) {
                case PostFields.ALL, "body", PostFields.EXCERPT -> pattern || languages.isEmpty()
                        ? List.of(PostSchema.EXACT)
                        : languages.stream().map(PostSchema::all).toList();
                case PostFields.TITLE -> languages.isEmpty()
                        ? List.of(PostSchema.EXACT)
                        : languages.stream().map(PostSchema::title).toList();
                case PostFields.AUTHOR, PostFields.CATEGORY, PostFields.TAG -> List.of(PostSchema.words(name));
                case PostFields.LANG -> List.of(PostSchema.keys(name));
                default -> List.of(name);
            };
        }

        @Override
        protected List<QueryNode> setChildrenOrder(List<QueryNode> children) {
            return children;
        }
    }
}
