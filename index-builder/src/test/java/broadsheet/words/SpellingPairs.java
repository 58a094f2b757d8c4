package broadsheet.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which spellings in SCOWL are one word. SCOWL says of each spelling where it is used (british, american, or english
 * for everywhere), not which ones belong together; but a British spelling that a known change of letters turns into a
 * spelling that only Americans use is that word: labour, labor. A spelling that is used everywhere is never taken, so
 * that cheque does not meet check.
 */
final class SpellingPairs {

    private static final int SIZE = 70;
    private static final int VARIANT_SIZE = 60;
    private static final int COMMON = 55;
    private static final int SHORTEST_VARIANT = 5;

    /** British to American. */
    private static final List<String[]> CHANGES = changes(
            "our or,ise ize,isa iza,isi izi,yse yze,ysi yzi,ysa yza,re er,r er,"
                    + "ll l,l ll,ogue og,ogu og,ae e,oe e,enc ens,ph f,ough ow,mme m,pp p,tt t,y i,ou o,ium um,oeu eu,gemen gmen,"
                    + "geing ging,ei i,s z,sc sk,x ct,qu k,que ck,c k,ey ay,gg g,ss s,ette et,e ");
    /** Between a spelling and its variant, either way. */
    private static final List<String[]> VARIANT_CHANGES = changes(
            "ae e,oe e,our or,mme m,ise ize,isa iza,isi izi,ll l,pp p,"
                    + "tt t,ss s,gg g,nn n,ogue og,xion ction,gh g,gemen gmen,eing ing,eable able,y i,ou u,ph f,que k,ey y,zz z,"
                    + "rr r,ck c");
    /** Pairs that the changes find but that are two words. */
    private static final Set<String> TWO_WORDS = Set
            .of(("aeger bunkoed cassino cassinos citrous concertise concertised concertises "
                    + "concertising concertize concertized concertizes concertizing conjunctivae cossies "
                    + "cozzies crocks crocs doggie fulness fuzed fuzes fuzing gaged gaging gybe gybed gybes "
                    + "gybing hallo halloing hallos haloes houmus hyperbolae impatienses lassoes lilly "
                    + "mandril mandrils mantes mantoes prised prising salvoes sherd sherds shoed sizable "
                    + "skiter skiters snowshed snowshoed tyroes wizes zinced zincing").split(" "));

    private final Scowl scowl;
    private final Map<String, String> leaders = new HashMap<>();

    SpellingPairs(Scowl scowl) {
        this.scowl = scowl;
    }

    /**
     * Groups of spellings, each separated by spaces, in the order of the alphabet.
     *
     * @param byHand more groups
     */
    List<String> groups(List<String> byHand) {
        pairBritish();
        pairVariants();
        byHand.forEach(group -> Stream.of(group.split(" ")).forEach(word -> join(group.split(" ")[0], word)));
        Map<String, Set<String>> groups = new TreeMap<>();
        leaders.keySet().forEach(word -> groups.computeIfAbsent(leader(word), first -> new TreeSet<>()).add(word));
        return groups.values().stream().map(group -> String.join(" ", group)).sorted().toList();
    }

    private void pairBritish() {
        Set<String> everywhere = words(SIZE, Set.of("english")::contains, "words");
        Set<String> american = words(SIZE, Set.of("american")::contains, "words", "upper");
        american.removeAll(everywhere);
        Set<String> british = words(SIZE, Set.of("british", "british_z")::contains, "words", "upper");
        british.removeAll(everywhere);
        for (String word : british) {
            List<String> found = new ArrayList<>();
            changed(word, CHANGES, other -> addIf(american.contains(other) && !other.equals(word), other, found));
            if (found.isEmpty()) {
                changed(word, CHANGES, once -> changed(once, CHANGES,
                        other -> addIf(american.contains(other) && !other.equals(word), other, found)));
            }
            found.stream().filter(other -> !TWO_WORDS.contains(word) && !TWO_WORDS.contains(other))
                    .forEach(other -> join(word, other));
        }
    }

    private void pairVariants() {
        Predicate<String> firsts = Set.of("english", "american", "british", "british_z", "canadian")::contains;
        Set<String> common = words(COMMON, firsts, "words");
        Set<String> variants = words(VARIANT_SIZE, Scowl::defensible, "words");
        variants.removeAll(words(SIZE, firsts, "words"));
        List<String[]> bothWays = new ArrayList<>(VARIANT_CHANGES);
        VARIANT_CHANGES.forEach(change -> bothWays.add(new String[]{change[1], change[0]}));
        for (String word : variants) {
            if (word.length() >= SHORTEST_VARIANT && !TWO_WORDS.contains(word)) {
                changed(word, bothWays, other -> {
                    if (common.contains(other)) {
                        join(word, other);
                    }
                });
            }
        }
    }

    private static void addIf(boolean wanted, String word, List<String> found) {
        if (wanted) {
            found.add(word);
        }
    }

    private Set<String> words(int size, Predicate<String> spellings, String... kinds) {
        return scowl.words(size, spellings, kinds).stream().filter(word -> word.matches("[A-Za-z]+"))
                .map(PlainLetters::of).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes each change at each place of the word. */
    private static void changed(String word, List<String[]> changes, Consumer<String> taker) {
        for (String[] change : changes) {
            for (int i = word.indexOf(change[0]); i >= 0; i = word.indexOf(change[0], i + 1)) {
                taker.accept(word.substring(0, i) + change[1] + word.substring(i + change[0].length()));
            }
        }
    }

    private static List<String[]> changes(String changes) {
        Map<String, String[]> distinct = new LinkedHashMap<>();
        Stream.of(changes.split(",")).forEach(change -> distinct.putIfAbsent(change, change.split(" ", 2)));
        return List.copyOf(distinct.values());
    }

    private void join(String one, String other) {
        leaders.putIfAbsent(one, one);
        leaders.putIfAbsent(other, other);
        leaders.put(leader(other), leader(one));
    }

    private String leader(String word) {
        String leader = leaders.get(word);
        return leader.equals(word) ? word : leader(leader);
    }
}
