package broadsheet.search.suggest;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WrittenForms;
import broadsheet.words.Familiarity;
import broadsheet.words.KnownWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The words of a small archive in English that stands in a text file. Everything is counted in the plainest way. */
final class MadeVocabulary implements Vocabulary {

    private final KnownWords real = KnownWords.of(List.of("en"));
    private final TextAnalysis english = new TextAnalysis(Language.of("en"));
    private final List<MadePosts> posts = new ArrayList<>();
    private final Set<String> words = new TreeSet<>();
    /** Words that the owner has named, by their stems. */
    private final Set<String> named = new HashSet<>();

    /**
     * Some posts with one text.
     *
     * @param exact the forms of headline and text, those with signs as {@link WrittenForms} gives them
     * @param inOrder the forms of headline and text as they stand
     */
    private record MadePosts(int count, Set<String> exact, Set<String> stems, Set<String> headline,
            List<String> inOrder) {}

    /** The archive of {@code made-archive.txt}. */
    static MadeVocabulary read() throws IOException {
        try (InputStream file = MadeVocabulary.class.getResourceAsStream("made-archive.txt")) {
            MadeVocabulary made = new MadeVocabulary();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("##"))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> made.add(Integer.parseInt(cells[0].strip()), cells[1].strip(), cells[2].strip()));
            return made;
        }
    }

    /** Adds some posts with this headline and text. */
    MadeVocabulary add(int count, String headline, String text) {
        Set<String> exact = new HashSet<>();
        Set<String> stems = new HashSet<>();
        Set<String> ofHeadline = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (String part : List.of(headline, text)) {
            for (Token token : english.tokens(part)) {
                exact.add(token.exact().utf8ToString());
                inOrder.add(token.exact().utf8ToString());
                stems.add(token.stem().utf8ToString());
            }
        }
        words.addAll(exact);
        WrittenForms.in(headline + " " + text).forEach(written -> exact.add(written.term().utf8ToString()));
        english.tokens(headline).forEach(token -> ofHeadline.add(token.stem().utf8ToString()));
        posts.add(new MadePosts(count, exact, stems, ofHeadline, inOrder));
        return this;
    }

    /** Says that the owner has a rule for a word. */
    MadeVocabulary name(String word) {
        named.addAll(stems(word));
        return this;
    }

    private int count(Predicate<MadePosts> condition) {
        return posts.stream().filter(condition).mapToInt(MadePosts::count).sum();
    }

    private List<String> stems(String word) {
        return tokens(word).stream().map(token -> token.stem().utf8ToString()).toList();
    }

    @Override
    public boolean isEmpty() {
        return posts.isEmpty();
    }

    @Override
    public List<Token> tokens(String word) {
        return english.tokens(word);
    }

    @Override
    public boolean occurs(String word) {
        return tokens(word).stream().anyMatch(token -> frequency(token.exact().utf8ToString()) > 0
                || count(made -> made.stems().contains(token.stem().utf8ToString())) > 0)
                || isNamed(word);
    }

    @Override
    public boolean isNamed(String word) {
        return named.containsAll(stems(word));
    }

    @Override
    public int postsByStem(String word) {
        return tokens(word).stream().anyMatch(token -> frequency(token.exact().utf8ToString()) > 0)
                ? 0
                : stems(word).stream().mapToInt(stem -> count(made -> made.stems().contains(stem))).max().orElse(0);
    }

    @Override
    public boolean hasOtherEnding(String word) {
        return words.stream().filter(other -> other.startsWith(word.substring(0, Math.max(1, word.length() - 3))))
                .anyMatch(other -> stems(other).equals(stems(word)));
    }

    @Override
    public boolean shareStem(String left, String right) {
        return stems(left).stream().anyMatch(stems(right)::contains);
    }

    @Override
    public boolean lacksWritten(String word) {
        Optional<String> written = WrittenForms.whole(word).map(found -> found.term().utf8ToString());
        return written.isPresent() && count(made -> made.exact().contains(written.get())) == 0
                && !isNamed(word);
    }

    @Override
    public int frequency(String exact) {
        return count(made -> made.exact().contains(exact));
    }

    @Override
    public int frequency(Near near) {
        return near.posts();
    }

    @Override
    public List<Near> near(String exact, int edits, int leastPosts) {
        return words.stream().map(word -> new Near(word, edits(exact, word), frequency(word)))
                .filter(near -> near.edits() <= edits && near.posts() >= leastPosts)
                .sorted(Comparator.comparingInt(Near::edits).thenComparing(near -> -near.posts())).toList();
    }

    /** Letters wrong, missing, too many, or two swapped. */
    static int edits(String left, String right) {
        int[][] least = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int wrong = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                least[i][j] = Math.min(least[i - 1][j - 1] + wrong, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[left.length()][right.length()];
    }

    @Override
    public int together(List<String> all) {
        return count(made -> all.stream().allMatch(word -> made.stems().containsAll(stems(word))));
    }

    @Override
    public int inARow(List<String> exact) {
        return count(made -> Collections.indexOfSubList(made.inOrder(), exact) >= 0);
    }

    @Override
    public boolean inOneHeadline(List<String> all) {
        return posts.stream().anyMatch(made -> all.stream().allMatch(word -> made.headline().containsAll(stems(word))));
    }

    @Override
    public List<List<String>> apart(String exact) {
        List<List<String>> ways = new ArrayList<>();
        for (int i = 2; i <= exact.length() - 2; i++) {
            List<String> way = List.of(exact.substring(0, i), exact.substring(i));
            if (words.containsAll(way)) {
                ways.add(way);
            }
        }
        return ways;
    }

    @Override
    public Optional<String> joined(String left, String right) {
        return Optional.of(left + right).filter(words::contains);
    }

    @Override
    public Familiarity familiarity(String word) {
        return real.familiarity(word);
    }

    @Override
    public boolean knowsForms() {
        return true;
    }
}
