package broadsheet.search.lucene.retrieve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Random;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However values are kept, they are counted as one by one. */
class ValueColumnTest {

    /** Row: values, documents in a row with the same ones, most values of a document, the class that keeps them. */
    @ParameterizedTest
    @CsvSource({"3, 1, 1, SetColumn", "24, 1, 4, SetColumn", "25, 1, 1, NumberColumn", "400, 1, 3, NumberColumn",
            "40, 300, 1, NumberColumn", "40, 64, 1, NumberColumn", "40, 300, 2, NumberColumn",
            "400, 1, 4, NumberColumn", "400, 1, 9, ListColumn", "65533, 1, 3, NumberColumn", "65536, 1, 3, ListColumn",
            "1, 1, 1, SetColumn",
            "0, 1, 0, SetColumn"})
    void valuesAreCounted(int values, int row, int most, String kept) {
        Random random = new Random(5);
        for (int documents : new int[]{63, 64, 65, 1_000, 5_003}) {
            ValueColumn.Builder column = new ValueColumn.Builder(documents, values);
            int[][] of = new int[documents][];
            for (int document = 0; document < documents; document++) {
                of[document] = document % row > 0 && random.nextInt(500) > 0
                        ? of[document - 1]
                        : random.ints(most == 0 ? 0 : random.nextInt(most + 1), 0, Math.max(1, values)).distinct()
                                .toArray();
                for (int number : of[document]) {
                    column.add(document, number);
                }
            }
            ValueColumn built = column.build();
            assertEquals(kept, built.getClass().getSimpleName());
            for (int share : new int[]{0, 1, 50, 99, 100}) {
                FixedBitSet matches = new FixedBitSet(documents);
                int[] expected = new int[values];
                for (int document = 0; document < documents; document++) {
                    if (random.nextInt(100) < share) {
                        matches.set(document);
                        for (int number : of[document]) {
                            expected[number]++;
                        }
                    }
                }
                assertArrayEquals(expected, built.count(new MatchSet(matches, matches.cardinality())),
                        documents + " documents, " + share + " %");
            }
        }
    }
}
