package broadsheet.search.lucene.vocabulary;

import java.util.Arrays;
import java.util.List;

/**
 * Counts phrases by 64-bit numbers made of their words: eight bytes each time one is met, and no text of it. Two phrases may
 * have one number, so that a "frequent" is to be looked at again; a "not frequent" is certain.
 */
final class PhraseCounts {

    private long[] numbers = new long[1 << 12];
    private int size;

    void add(List<String> phrase) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number(phrase);
    }

    /** All are added: keeps those that were met so often. */
    void count(int often) {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int start = 0, end = 0; start < size; start = end) {
            while (end < size && numbers[end] == numbers[start]) {
                end++;
            }
            if (end - start >= often) {
                numbers[kept++] = numbers[start];
            }
        }
        size = kept;
    }

    boolean mayBeFrequent(List<String> phrase) {
        return Arrays.binarySearch(numbers, 0, size, number(phrase)) >= 0;
    }

    private static long number(List<String> phrase) {
        long number = phrase.size();
        for (String word : phrase) {
            number = (number ^ word.hashCode()) * 0x9E3779B97F4A7C15L;
            number ^= number >>> 32;
        }
        return number;
    }
}
