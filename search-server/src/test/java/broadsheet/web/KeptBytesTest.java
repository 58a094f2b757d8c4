package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptBytesTest {

    /** Megabytes of heap, and of these for kept answers. */
    @ParameterizedTest
    @CsvSource({"64, 4", "256, 16", "288, 18", "512, 128", "788, 266", "1280, 512", "4096, 512"})
    void aLargeHeapKeepsMoreAnswers(long heap, long kept) {
        assertEquals(kept, ServerOptions.Limits.keptBytes(heap << 20) >> 20);
    }
}
