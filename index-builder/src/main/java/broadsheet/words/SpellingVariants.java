package broadsheet.words;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other spellings of an English word: {@code labour} and {@code labor}, {@code organise} and {@code organize},
 * {@code programme} and {@code program}, in all their forms. Left out are pairs of which one spelling is a frequent word
 * with another sense: {@code cheque} and {@code check}, {@code kerb} and {@code curb}, {@code storey} and {@code story}.
 *
 * <p>The list is read when it is first asked for. For any number of threads at once.
 */
public final class SpellingVariants {

    private static final String RESOURCE = "spelling-variants.txt";

    /** Reads the list when it is first needed. */
    private static final class Read {
        static final SpellingVariants VARIANTS = new SpellingVariants(lines());
    }

    /** Spellings of one word, separated by spaces. */
    private final List<String> groups;
    private final String[] words;
    /** At the place of each word the place of its group. */
    private final int[] groupOfWord;

    private SpellingVariants(List<String> groups) {
        this.groups = groups;
        this.words = groups.stream().flatMap(group -> Stream.of(group.split(" "))).sorted().toArray(String[]::new);
        this.groupOfWord = new int[words.length];
        for (int group = 0; group < groups.size(); group++) {
            for (String word : groups.get(group).split(" ")) {
                groupOfWord[Arrays.binarySearch(words, word)] = group;
            }
        }
    }

    /**
     * The other spellings of a word, in lower case; empty for most words.
     *
     * @param word in any case
     */
    public static List<String> of(String word) {
        return Read.VARIANTS.othersOf(PlainLetters.of(word));
    }

    private List<String> othersOf(String word) {
        int place = Arrays.binarySearch(words, word);
        if (place < 0) {
            return List.of();
        }
        return Stream.of(groups.get(groupOfWord[place]).split(" ")).filter(other -> !other.equals(word)).toList();
    }

    private static List<String> lines() {
        try (InputStream in = SpellingVariants.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + RESOURCE + " in the program's jar cannot be read", e);
        }
    }
}
