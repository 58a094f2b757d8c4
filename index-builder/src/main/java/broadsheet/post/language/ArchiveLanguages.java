package broadsheet.post.language;

import broadsheet.post.language.LanguageSigns.Candidate;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides the language of each post with the whole archive in view: what a short text leaves open is mostly the
 * language that the other posts are in. The decision depends on the posts alone, not on their order, so that a build
 * that goes on from the last one decides as a build from nothing.
 */
public final class ArchiveLanguages {

    /**
     * A language of fewer posts than this share is taken for a chance; one that a post proves by itself stays. Half of
     * the smallest share of a real second language met in 16 sites.
     */
    private static final double SMALLEST_SHARE = 0.002;
    /** Rounds in which posts are decided by the shares of the round before: later ones change nothing. */
    private static final int ROUNDS = 3;
    /** Less than this is said of all posts together by no more than chance: no language is the archive's. */
    private static final int LEAST = LanguageSigns.WINDOW / 3;
    /** How far a language behind is whose letters and words are not known here, in an archive that is full of it. */
    private static final int STRANGE = 30;
    private static final String UNKNOWN = "und";

    private final Map<String, Integer> posts = new HashMap<>();

    /**
     * One more post of the archive.
     *
     * @param signs of {@link LanguageGuess#signs}, or the language itself where the post names one
     */
    public void add(String signs) {
        posts.merge(signs, 1, Integer::sum);
    }

    /** The decision over all posts so far. */
    public Decision decide() {
        Map<String, Long> shares = sure();
        if (shares.isEmpty()) {
            shares = likely();
        }
        Decision decision = new Decision(shares);
        for (int i = 0; i < ROUNDS && !shares.isEmpty(); i++) {
            Map<String, Long> next = new HashMap<>();
            Decision before = decision;
            posts.forEach((signs, count) -> next.merge(before.decide(signs), (long) count, Long::sum));
            decision = new Decision(next);
        }
        return decision;
    }

    private Map<String, Long> sure() {
        Map<String, Long> shares = new HashMap<>();
        posts.forEach((text, count) -> {
            LanguageSigns signs = LanguageSigns.of(text);
            if (signs.isClear()) {
                shares.merge(signs.candidates().getFirst().lang(), (long) count, Long::sum);
            }
        });
        shares.remove(UNKNOWN);
        return shares;
    }

    /** Where no post is sure by itself: what all say together. */
    private Map<String, Long> likely() {
        Map<String, Long> said = new HashMap<>();
        posts.forEach((text, count) -> {
            for (Candidate each : LanguageSigns.of(text).candidates()) {
                said.merge(each.lang(), (long) count * (LanguageSigns.WINDOW - each.behind()), Long::sum);
            }
        });
        long all = posts.values().stream().mapToLong(Integer::longValue).sum();
        long best = said.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long second = said.values().stream().mapToLong(Long::longValue).sorted().skip(Math.max(0, said.size() - 2))
                .findFirst().orElse(0);
        boolean clear = said.size() == 1 || best - second >= LEAST;
        said.values().removeIf(each -> each < best || !clear || all == 0);
        return said;
    }

    /** What the archive says for each language. For one thread. */
    public static final class Decision {

        /** Most posts' signs are a few; where each post has its own, nothing is gained by keeping millions. */
        private static final int KEPT = 1 << 16;

        private final Map<String, Integer> priors = new HashMap<>();
        private final Map<String, String> decided = new HashMap<>();
        private final String main;

        private Decision(Map<String, Long> shares) {
            long all = shares.values().stream().mapToLong(Long::longValue).sum();
            shares.forEach((lang, count) -> {
                if (!lang.equals(UNKNOWN) && count >= all * SMALLEST_SHARE) {
                    priors.put(lang, (int) Math.round(10 * Math.log((double) count / all)));
                }
            });
            main = priors.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey).orElse(UNKNOWN);
        }

        /** The language of a post with these signs; {@code und} when neither it nor the archive says one. */
        public String of(String signs) {
            String lang = decided.get(signs);
            if (lang == null) {
                lang = decide(signs);
                if (decided.size() < KEPT) {
                    decided.put(signs, lang);
                }
            }
            return lang;
        }

        private String decide(String text) {
            LanguageSigns signs = LanguageSigns.of(text);
            if (signs.isSure()) {
                return signs.candidates().getFirst().lang();
            }
            if (signs.candidates().isEmpty()) {
                return main;
            }
            if (priors.isEmpty()) {
                return LanguageGuess.alone(text);
            }
            String best = UNKNOWN;
            int most = Integer.MIN_VALUE;
            for (Candidate each : signs.candidates()) {
                int score = priors.getOrDefault(each.lang(), -LanguageSigns.WINDOW) - each.behind();
                if (score > most) {
                    most = score;
                    best = each.lang();
                }
            }
            return other(signs, best, most);
        }

        /** A language of the archive that the text's letters do not speak for. */
        private String other(LanguageSigns signs, String best, int most) {
            UnicodeScript script = script(signs.candidates().getFirst().lang());
            String found = best;
            int highest = most;
            for (Map.Entry<String, Integer> prior : priors.entrySet()) {
                boolean strange = !isKnown(prior.getKey());
                boolean elsewhere = !strange && script(prior.getKey()) != script;
                int behind = strange ? STRANGE : elsewhere ? signs.elsewhere() : LanguageSigns.NEVER;
                int score = behind == LanguageSigns.NEVER ? Integer.MIN_VALUE : prior.getValue() - behind;
                if (score > highest || score == highest && !found.equals(best) && prior.getKey().compareTo(found) < 0) {
                    highest = score;
                    found = prior.getKey();
                }
            }
            return found;
        }
    }

    private static final Map<String, UnicodeScript> SCRIPTS = scripts();

    private static Map<String, UnicodeScript> scripts() {
        Map<String, UnicodeScript> scripts = new HashMap<>(Map.of("zh", UnicodeScript.HAN, "ja", UnicodeScript.HAN));
        ScriptCount.LANGUAGES.forEach((script, lang) -> scripts.put(lang, script));
        LetterPairs.BY_SCRIPT
                .forEach((script, pairs) -> pairs.languages().forEach(lang -> scripts.put(lang, script)));
        return scripts;
    }

    private static boolean isKnown(String lang) {
        return SCRIPTS.containsKey(lang);
    }

    private static UnicodeScript script(String lang) {
        return SCRIPTS.getOrDefault(lang, UnicodeScript.LATIN);
    }
}
