package broadsheet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sets of the numbers from 0 to {@code size - 1} that grow by joining (Tarjan 1975, with path halving). */
final class DisjointSets {

    private final int[] parent;

    DisjointSets(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    boolean together(int left, int right) {
        return root(left) == root(right);
    }

    /** The smaller root leads, so that the result does not depend on the order of joining. */
    void join(int left, int right) {
        int a = root(left);
        int b = root(right);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** The least number of the set. */
    int root(int number) {
        int at = number;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The sets of at least two, each in rising order, ordered by their first. */
    List<int[]> groups() {
        int[] sizes = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            sizes[root(i)]++;
        }
        List<int[]> groups = new ArrayList<>();
        int[] groupOf = new int[parent.length];
        int[] filled = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = root(i);
            if (sizes[root] > 1) {
                if (root == i) {
                    groupOf[i] = groups.size();
                    groups.add(new int[sizes[i]]);
                }
                groups.get(groupOf[root])[filled[root]++] = i;
            }
        }
        return groups;
    }
}
