package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.Accents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A word as some texts have it: whether it is a name, how it is written, and which other names stand around it. Two
 * spellings of one name have the same company ({@code Moqtada}, {@code Muqtada} with Sadr and Najaf), two names that are
 * only spelt alike have not ({@code Bush}, {@code Busch}).
 */
final class NameContext {

    /** How far around the word its company is looked for, in characters. */
    private static final int AROUND = 400;
    /** Characters of a long text that are read. */
    private static final int READ = 20_000;
    private static final int SHORTEST = 3;
    /** Of ten places within sentences at least 8 have a capital where the word is a name. */
    private static final int CAPITALS_IN_TEN = 8;

    private final String word;
    private final Map<String, Integer> company = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();
    private int capital;
    private int small;

    /** @param word in lower case without accents */
    NameContext(String word) {
        this.word = word;
    }

    /** One run of letters in a text. */
    private record Run(String text, int start, boolean opensSentence) {

        boolean isCapital() {
            return Character.isUpperCase(text.charAt(0)) && !text.equals(text.toUpperCase(Locale.ROOT));
        }

        String folded() {
            return Accents.folded(text.toLowerCase(Locale.ROOT));
        }
    }

    /** Takes a text with the word into account. */
    void read(String text) {
        List<Run> runs = runs(text.substring(0, Math.min(READ, text.length())));
        int last = -1;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (mayBe(run.text()) && run.folded().equals(word)) {
                count(run);
                addCompany(runs, i, last);
                last = i;
            }
        }
    }

    /** Whether the words seen so far are clearly not a name's. */
    boolean isNoName() {
        return small > 1 && small > capital;
    }

    /** Whether it stands within sentences, nearly always with a capital. */
    boolean isName() {
        return capital > 0 && capital * 10 >= (capital + small) * CAPITALS_IN_TEN;
    }

    /** As it is written most often: {@code Müller}. */
    String written() {
        return forms.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(word);
    }

    /** How alike the company of two words is, by the cosine of the names' weights; 0 to 1. */
    double likeness(NameContext other, Weights weights) {
        double product = 0;
        for (Map.Entry<String, Integer> name : company.entrySet()) {
            Integer there = other.company.get(name.getKey());
            if (there != null && !name.getKey().equals(other.word)) {
                double weight = weights.of(name.getKey());
                product += weight * weight * name.getValue() * there;
            }
        }
        return product == 0 ? 0 : product / Math.sqrt(length(weights) * other.length(weights));
    }

    /** The weight of a name in the company of a word; a rare name has more. */
    interface Weights {
        double of(String name);
    }

    private double length(Weights weights) {
        double sum = 0;
        for (Map.Entry<String, Integer> name : company.entrySet()) {
            double weight = weights.of(name.getKey()) * name.getValue();
            sum += weight * weight;
        }
        return sum;
    }

    private void count(Run run) {
        if (run.isCapital()) {
            forms.merge(run.text(), 1, Integer::sum);
            capital += run.opensSentence() ? 0 : 1;
        } else if (Character.isLowerCase(run.text().charAt(0))) {
            small++;
        }
    }

    private void addCompany(List<Run> runs, int at, int counted) {
        int center = runs.get(at).start();
        int from = at;
        while (from > counted + 1 && center - runs.get(from - 1).start() <= AROUND) {
            from--;
        }
        List<String> names = new ArrayList<>();
        for (int i = from; i < runs.size() && runs.get(i).start() - center <= AROUND; i++) {
            Run run = runs.get(i);
            if (i != at && run.text().length() >= SHORTEST && run.isCapital() && !run.opensSentence()) {
                names.add(run.folded());
            }
        }
        names.stream().distinct().filter(name -> !name.equals(word))
                .forEach(name -> company.merge(name, 1, Integer::sum));
    }

    /** Folding a run costs more than looking at it. */
    private boolean mayBe(String run) {
        char first = run.charAt(0);
        return first >= 0x80 || Character.toLowerCase(first) == word.charAt(0)
                && Math.abs(run.length() - word.length()) <= SHORTEST;
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        boolean opens = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!Character.isLetter(c)) {
                opens = opens && Character.isWhitespace(c) || opensSentence(text, at);
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            runs.add(new Run(text.substring(start, at), start, opens));
            opens = false;
        }
        return runs;
    }

    /** Signs behind which any word may have a capital; a hyphen is one only between spaces. */
    private static boolean opensSentence(String text, int at) {
        char c = text.charAt(at);
        return c == '-'
                ? at == 0 || Character.isWhitespace(text.charAt(at - 1))
                : ".!?:\n\"“”„«»–—•()[]".indexOf(c) >= 0;
    }
}
