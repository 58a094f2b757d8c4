package broadsheet.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** The facts of every post: stored fields, values, lengths, points, and the order in which posts stand. */
final class PostFacts {

    private final DirectoryReader reader;
    private final SortedMap<String, String> facts;
    private final String[] names;

    private PostFacts(DirectoryReader reader, SortedMap<String, String> facts) throws IOException {
        this.reader = reader;
        this.facts = facts;
        this.names = names(reader);
    }

    /** Adds the facts of all documents. */
    static PostFacts of(DirectoryReader reader, SortedMap<String, String> facts) throws IOException {
        PostFacts posts = new PostFacts(reader, facts);
        posts.addOrder();
        posts.addStored();
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
            posts.addValues(field);
            if (field.hasNorms()) {
                posts.addNumbers("length " + field.name, MultiDocValues.getNormValues(reader, field.name));
            }
            if (field.getPointDimensionCount() > 0) {
                posts.addPoints(field.name);
            }
        }
        return posts;
    }

    /** Each document's id; of a repeated one with its count: {@code _posts/a.md #2}. */
    private static String[] names(DirectoryReader reader) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        String[] names = new String[reader.maxDoc()];
        Terms ids = MultiTerms.getTerms(reader, "id");
        TermsEnum each = ids == null ? TermsEnum.EMPTY : ids.iterator();
        while (each.next() != null) {
            PostingsEnum docs = each.postings(null, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                names[doc] = each.term().utf8ToString();
            }
        }
        for (int doc = 0; doc < names.length; doc++) {
            String id = String.valueOf(names[doc]);
            int times = seen.merge(id, 1, Integer::sum);
            names[doc] = times == 1 ? id : id + " #" + times;
        }
        return names;
    }

    /** Of each document, the place of its post among all posts by id. */
    int[] ranks() {
        Integer[] order = IntStream.range(0, names.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(doc -> names[doc]));
        int[] ranks = new int[names.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private void add(String kind, int doc, Object value) {
        facts.merge(kind + "\t" + names[doc], String.valueOf(value), (a, b) -> a + " " + b);
    }

    /** Posts of equal score stand in this order. */
    private void addOrder() {
        Sum order = new Sum();
        Arrays.stream(names).forEach(order::add);
        facts.put("order\tof all posts", names.length + " " + order);
        facts.put("deleted\tposts", String.valueOf(reader.numDeletedDocs()));
    }

    private void addStored() throws IOException {
        StoredFields stored = reader.storedFields();
        for (int doc = 0; doc < names.length; doc++) {
            Sum sum = new Sum();
            for (IndexableField field : stored.document(doc)) {
                sum.add(field.name());
                if (field.binaryValue() != null) {
                    sum.add(1).add(field.binaryValue());
                } else if (field.numericValue() != null) {
                    sum.add(2).add(field.numericValue().getClass().getSimpleName() + field.numericValue());
                } else {
                    sum.add(3).add(field.stringValue());
                }
            }
            add("stored", doc, sum);
        }
    }

    private void addValues(FieldInfo field) throws IOException {
        String kind = "values " + field.name;
        switch (field.getDocValuesType()) {
            case NONE -> {
            }
            case NUMERIC -> addNumbers(kind, MultiDocValues.getNumericValues(reader, field.name));
            case BINARY -> {
                var values = MultiDocValues.getBinaryValues(reader, field.name);
                for (int doc = values.nextDoc(); doc < names.length; doc = values.nextDoc()) {
                    add(kind, doc, new Sum().add(values.binaryValue()));
                }
            }
            case SORTED -> {
                var values = MultiDocValues.getSortedValues(reader, field.name);
                for (int doc = values.nextDoc(); doc < names.length; doc = values.nextDoc()) {
                    add(kind, doc, values.lookupOrd(values.ordValue()).utf8ToString());
                }
            }
            case SORTED_NUMERIC -> {
                var values = MultiDocValues.getSortedNumericValues(reader, field.name);
                for (int doc = values.nextDoc(); doc < names.length; doc = values.nextDoc()) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        add(kind, doc, values.nextValue());
                    }
                }
            }
            case SORTED_SET -> {
                var values = MultiDocValues.getSortedSetValues(reader, field.name);
                for (int doc = values.nextDoc(); doc < names.length; doc = values.nextDoc()) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        add(kind, doc, values.lookupOrd(values.nextOrd()).utf8ToString());
                    }
                }
            }
        }
    }

    private void addNumbers(String kind, NumericDocValues values) throws IOException {
        for (int doc = values.nextDoc(); doc < names.length; doc = values.nextDoc()) {
            add(kind, doc, values.longValue());
        }
    }

    private void addPoints(String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PointValues points = leaf.reader().getPointValues(field);
            if (points != null) {
                points.intersect(new PointValues.IntersectVisitor() {
                    @Override
                    public void visit(int doc) {
                        throw new IllegalStateException("every value is asked for");
                    }

                    @Override
                    public void visit(int doc, byte[] packed) {
                        add("points " + field, leaf.docBase + doc, new Sum().add(packed, 0, packed.length));
                    }

                    @Override
                    public PointValues.Relation compare(byte[] least, byte[] most) {
                        return PointValues.Relation.CELL_CROSSES_QUERY;
                    }
                });
            }
        }
    }
}
