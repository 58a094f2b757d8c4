package broadsheet.copies;

import broadsheet.post.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All pairs of posts by counting, in the plainest way: every three words in a row as a text, through an inverted index
 * of all of them.
 */
final class ExactCopies {

    private final List<Set<String>> shingles = new ArrayList<>();
    private final Map<String, int[]> postings = new HashMap<>();

    ExactCopies(List<Post> posts) {
        for (Post post : posts) {
            Set<String> found = new HashSet<>();
            add(post.title(), found);
            add(post.body(), found);
            int number = shingles.size();
            shingles.add(found);
            for (String shingle : found) {
                int[] known = postings.getOrDefault(shingle, new int[0]);
                int[] more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = number;
                postings.put(shingle, more);
            }
        }
    }

    private static void add(String text, Set<String> found) {
        String[] words = text.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip().split(" ");
        for (int i = 2; i < words.length; i++) {
            found.add(words[i - 2] + " " + words[i - 1] + " " + words[i]);
        }
    }

    /** How like two posts are: Jaccard's measure of all they have, and of what few posts have. */
    record Pair(int left, int right, double all, double rare) {}

    /** All pairs with {@code all} at least {@code least}. */
    List<Pair> pairs(double least) {
        List<Pair> pairs = new ArrayList<>();
        int[] shared = new int[shingles.size()];
        int[] sharedRare = new int[shingles.size()];
        for (int left = 0; left < shingles.size(); left++) {
            List<Integer> met = new ArrayList<>();
            int rareOfLeft = 0;
            for (String shingle : shingles.get(left)) {
                int[] posting = postings.get(shingle);
                boolean rare = posting.length <= Comparison.COMMON;
                rareOfLeft += rare ? 1 : 0;
                for (int right : posting) {
                    if (right > left) {
                        if (shared[right]++ == 0) {
                            met.add(right);
                        }
                        sharedRare[right] += rare ? 1 : 0;
                    }
                }
            }
            for (int right : met) {
                int either = shingles.get(left).size() + shingles.get(right).size() - shared[right];
                double all = (double) shared[right] / either;
                if (all >= least) {
                    int rareEither = rareOfLeft + rare(right) - sharedRare[right];
                    pairs.add(new Pair(left, right, all, sharedRare[right] / Math.max(1.0, rareEither)));
                }
                shared[right] = 0;
                sharedRare[right] = 0;
            }
        }
        return pairs;
    }

    private int rare(int post) {
        return (int) shingles.get(post).stream().filter(s -> postings.get(s).length <= Comparison.COMMON).count();
    }
}
