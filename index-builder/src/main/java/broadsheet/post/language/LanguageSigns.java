package broadsheet.post.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which languages a text may be in, as its own letters and words say. Kept as text, since most posts' signs are the same
 * few letters: {@code en} is English whatever stands around it; {@code pt es13 ro40 /80} is likeliest Portuguese,
 * e^1.3 times less likely Spanish, e^4 times less likely Romanian, and e^8 times less likely in any language of another
 * script; the empty text says nothing.
 *
 * @param candidates the likeliest first; never one that no archive could make likely
 * @param elsewhere how much less likely are languages of other scripts; {@link #NEVER} when the script rules them out
 */
record LanguageSigns(List<Candidate> candidates, int elsewhere) {

    /**
     * What is less likely by this much is not listed: an archive says at most that much for one language and against
     * another. In tenths of a natural logarithm: 9 is one post in 8,000.
     */
    static final int WINDOW = 90;
    static final int NEVER = Integer.MAX_VALUE;
    /** The first count needs no more: the rounds after it count all posts. */
    private static final int CLEAR = 60;
    static final LanguageSigns NONE = new LanguageSigns(List.of(), 0);

    /**
     * One of the languages.
     *
     * @param behind how much less likely it is than the first, in tenths of a natural logarithm
     */
    record Candidate(String lang, int behind) {}

    /** Of a text that is in this language for sure. */
    static LanguageSigns only(String lang) {
        return new LanguageSigns(List.of(new Candidate(lang, 0)), NEVER);
    }

    /**
     * Of the scores of languages.
     *
     * @param scores in hundredths of a natural logarithm, in the order of {@code languages}
     */
    static LanguageSigns of(List<String> languages, int[] scores, int elsewhere) {
        int best = Integer.MIN_VALUE;
        for (int score : scores) {
            best = Math.max(best, score);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int behind = (best - scores[i] + 5) / 10;
            if (behind < WINDOW) {
                candidates.add(new Candidate(languages.get(i), behind));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::behind).thenComparing(Candidate::lang));
        return new LanguageSigns(candidates, elsewhere < WINDOW ? elsewhere : NEVER);
    }

    /** Whether no archive can change it. */
    boolean isSure() {
        return candidates.size() == 1 && elsewhere == NEVER;
    }

    /** Whether it is likely in any archive: to be counted before the others are decided. */
    boolean isClear() {
        boolean leads = candidates.size() == 1 || candidates.size() > 1 && candidates.get(1).behind >= CLEAR;
        return leads && elsewhere >= CLEAR;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Candidate each : candidates) {
            text.append(text.isEmpty() ? "" : " ").append(each.lang);
            if (each.behind > 0) {
                text.append(each.behind);
            }
        }
        if (elsewhere != NEVER && !candidates.isEmpty()) {
            text.append(" /").append(elsewhere);
        }
        return text.toString();
    }

    /** Reads what {@link #toString} wrote. */
    static LanguageSigns of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Candidate> candidates = new ArrayList<>();
        int elsewhere = NEVER;
        for (String part : text.split(" ")) {
            if (part.startsWith("/")) {
                elsewhere = Integer.parseInt(part.substring(1));
                continue;
            }
            int letters = 0;
            while (letters < part.length() && !Character.isDigit(part.charAt(letters))) {
                letters++;
            }
            candidates.add(new Candidate(part.substring(0, letters),
                    letters == part.length() ? 0 : Integer.parseInt(part.substring(letters))));
        }
        return new LanguageSigns(List.copyOf(candidates), elsewhere);
    }
}
