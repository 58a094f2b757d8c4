package broadsheet.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What trec_eval prints, one value a query: nDCG@10 with linear gain, average precision, recall at 100, 1/rank. */
final class Measures {

    private final List<Double> ndcg = new ArrayList<>();
    private final List<Double> averagePrecision = new ArrayList<>();
    private final List<Double> recall = new ArrayList<>();
    private final List<Double> reciprocalRank = new ArrayList<>();

    void add(List<String> found, Map<String, Integer> grades) {
        Set<String> seen = new HashSet<>();
        double gain = 0;
        double precision = 0;
        double first = 0;
        int relevant = 0;
        for (int i = 0; i < Math.min(100, found.size()); i++) {
            int grade = seen.add(found.get(i)) ? grades.getOrDefault(found.get(i), 0) : 0;
            if (grade > 0) {
                relevant++;
                precision += relevant / (i + 1.0);
                first = first == 0 ? 1 / (i + 1.0) : first;
                gain += i < 10 ? grade / log2(i + 2) : 0;
            }
        }
        List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).limit(10).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += best.get(i) / log2(i + 2);
        }
        ndcg.add(gain / ideal);
        averagePrecision.add(precision / grades.size());
        recall.add(relevant / (double) grades.size());
        reciprocalRank.add(first);
    }

    private static double log2(int x) {
        return Math.log(x) / Math.log(2);
    }

    double ndcg() {
        return mean(ndcg);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /**
     * How likely a difference of nDCG@10 this large is by chance: the share of 100,000 random swaps of the two answers
     * to each query that differ by as much (two-sided; Smucker, Allan and Carterette 2007).
     */
    double chance(Measures other, long seed) {
        int swaps = 100_000;
        Random random = new Random(seed);
        double observed = Math.abs(ndcg() - other.ndcg());
        int asLarge = 0;
        for (int swap = 0; swap < swaps; swap++) {
            double sum = 0;
            for (int i = 0; i < ndcg.size(); i++) {
                double difference = ndcg.get(i) - other.ndcg.get(i);
                sum += random.nextBoolean() ? difference : -difference;
            }
            asLarge += Math.abs(sum / ndcg.size()) >= observed - 1e-12 ? 1 : 0;
        }
        return (asLarge + 1.0) / (swaps + 1.0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "nDCG@10 %.4f  MAP %.4f  recall@100 %.4f  MRR %.4f", ndcg(),
                mean(averagePrecision), mean(recall), mean(reciprocalRank));
    }
}
