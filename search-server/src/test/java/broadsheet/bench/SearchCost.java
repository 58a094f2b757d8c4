package broadsheet.bench;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import java.util.Arrays;

/**
 * What a search costs its thread.
 *
 * @param millis of CPU
 * @param kilobytes allocated
 */
record SearchCost(double millis, double kilobytes) {

    private static final double BYTES = 1024;

    /** The medians of the same search, made again and again. */
    static SearchCost median(SearchEngine engine, SearchRequest request, int rounds) {
        double[] millis = new double[rounds];
        double[] kilobytes = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long cpu = Cpu.nanos();
            long allocated = Cpu.allocated();
            engine.search(request);
            millis[i] = (Cpu.nanos() - cpu) / 1e6;
            kilobytes[i] = (Cpu.allocated() - allocated) / BYTES;
        }
        Arrays.sort(millis);
        Arrays.sort(kilobytes);
        return new SearchCost(millis[rounds / 2], kilobytes[rounds / 2]);
    }
}
