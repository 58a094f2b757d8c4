package broadsheet.copies;

import broadsheet.copies.Stories.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From groups of sketches to stories: chooses headlines and learns the prefixes of feeds. */
final class StoryMaker {

    /** Headlines of a group are compared with those of its first 32 posts. */
    private static final int COMPARED = 32;
    /** A head is a prefix when it stood this often before the same headline, in place of another head or of none. */
    private static final int VOTES = 2;

    private final List<Sketch> sketches;
    private final int[] numbers;

    /** @param numbers by which the sketches are known outside */
    StoryMaker(List<Sketch> sketches, int[] numbers) {
        this.sketches = sketches;
        this.numbers = numbers;
    }

    Stories make(List<int[]> groups) {
        List<Story> stories = new ArrayList<>(groups.size());
        Map<String, Integer> votes = new HashMap<>();
        for (int[] group : groups) {
            Sketch[] members = Arrays.stream(group).mapToObj(sketches::get).toArray(Sketch[]::new);
            stories.add(new Story(Arrays.stream(group).map(place -> numbers[place]).toArray(), headlines(members)));
            vote(members, votes);
        }
        votes.values().removeIf(count -> count < VOTES);
        return new Stories(stories, votes.keySet());
    }

    /** Heads before one headline: {@code Update: Ferry sails}, {@code Breaking: Ferry sails}, {@code Ferry sails}. */
    private static void vote(Sketch[] members, Map<String, Integer> votes) {
        Map<String, Set<String>> others = new HashMap<>();
        int compared = Math.min(COMPARED, members.length);
        for (int i = 0; i < compared; i++) {
            for (int j = 0; j < compared; j++) {
                String head = members[i].head();
                String other = members[j].head();
                if (!head.isEmpty() && !head.equals(other) && nearlySame(members[i], members[j])) {
                    others.computeIfAbsent(head, key -> new HashSet<>()).add(other);
                }
            }
        }
        others.forEach((head, instead) -> votes.merge(head, instead.size(), Integer::sum));
    }

    private static int[] headlines(Sketch[] members) {
        int[] shown = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            shown[i] = i;
            for (int j = 0; j < Math.min(COMPARED, members.length); j++) {
                if (members[j].missing() < members[shown[i]].missing() && nearlySame(members[i], members[j])) {
                    shown[i] = j;
                }
            }
        }
        return shown;
    }

    /** A damaged headline has most of its words still; another headline for the same story is no repair. */
    private static boolean nearlySame(Sketch left, Sketch right) {
        int shared = 0;
        for (int word : left.words()) {
            for (int other : right.words()) {
                if (Sketch.isSameWord(word, other)) {
                    shared++;
                    break;
                }
            }
        }
        int longer = Math.max(left.words().length, right.words().length);
        return left.words().length == right.words().length && 2 * shared >= longer;
    }
}
