package broadsheet.search.lucene.retrieve;

import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.IndexView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The values of a field in one generation by their numbers, in the order of their bytes, so that a search counts numbers
 * and looks up only what it shows. Made when a field is first counted: about a microsecond a value; kept are 4 bytes a
 * value where there are several segments, and the spellings that differ by case alone.
 */
final class FieldValues {

    /** The fields of a generation. */
    private static final class All {
        private final Map<String, FieldValues> byField = new ConcurrentHashMap<>();
    }

    private final IndexReader reader;
    private final String field;
    private final List<OrdinalMap> ordinals;
    private final int size;
    private final List<int[]> spellings;

    private FieldValues(IndexReader reader, String field) throws IOException {
        this.reader = reader;
        this.field = field;
        List<SortedSetDocValues> values = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            values.add(DocValues.getSortedSet(segment.reader(), field));
        }
        this.ordinals = values.size() < 2
                ? List.of()
                : List.of(OrdinalMap.build(null, values.toArray(SortedSetDocValues[]::new), PackedInts.DEFAULT));
        long count = values.isEmpty() ? 0 : values.get(0).getValueCount();
        this.size = Math.toIntExact(ordinals.isEmpty() ? count : ordinals.get(0).getValueCount());
        this.spellings = spellings();
    }

    static FieldValues of(IndexView view, String field) {
        return view.kept(All.class, All::new).byField.computeIfAbsent(field, name -> {
            try {
                return new FieldValues(view.reader(), name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the values of " + name, e);
            }
        });
    }

    private List<int[]> spellings() throws IOException {
        Map<String, Integer> first = new HashMap<>();
        Map<Integer, List<Integer>> several = new TreeMap<>();
        for (int number = 0; number < size; number++) {
            Integer other = first.putIfAbsent(PostSchema.key(value(number)), number);
            if (other != null) {
                several.computeIfAbsent(other, key -> new ArrayList<>(List.of(key))).add(number);
            }
        }
        return several.values().stream().map(all -> all.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    /** How many values there are; their numbers begin with 0. */
    int size() {
        return size;
    }

    /** Numbers of values that are one for filters, the first spelling first; only where there is more than one. */
    List<int[]> severalSpellings() {
        return spellings;
    }

    /** From a number in a segment to that in the index. */
    LongUnaryOperator numbers(LeafReaderContext segment) {
        return ordinals.isEmpty() ? number -> number : ordinals.get(0).getGlobalOrds(segment.ord)::get;
    }

    String value(int number) throws IOException {
        int segment = ordinals.isEmpty() ? 0 : ordinals.get(0).getFirstSegmentNumber(number);
        long there = ordinals.isEmpty() ? number : ordinals.get(0).getFirstSegmentOrd(number);
        return DocValues.getSortedSet(reader.leaves().get(segment).reader(), field).lookupOrd(there).utf8ToString();
    }
}
