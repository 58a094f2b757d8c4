package broadsheet.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.WordFormGenerator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * All forms of the words of a Hunspell dictionary in UTF-8, without compounds. Affixes with an apostrophe or a hyphen are
 * left out ({@code qu'}, {@code -lo}): the analysis cuts words there, and they make ten times as many forms.
 */
final class HunspellForms {

    private HunspellForms() {}

    static void forEach(Path affixes, Path words, Consumer<String> taker) {
        byte[] filtered = String.join("\n", lettersOnly(lines(affixes))).getBytes(StandardCharsets.UTF_8);
        try (InputStream affixFile = new ByteArrayInputStream(filtered);
                InputStream wordFile = Files.newInputStream(words);
                Directory work = new ByteBuffersDirectory()) {
            Dictionary dictionary = new Dictionary(work, "words", affixFile, wordFile);
            new WordFormGenerator(dictionary).generateAllSimpleWords(form -> taker.accept(form.getWord()), () -> {});
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(words + " cannot be read as a Hunspell dictionary", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** The lines without rules whose affix has an apostrophe or a hyphen; a rule's header counts its rules. */
    private static List<String> lettersOnly(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] header = lines.get(i).split("\\s+");
            if (!isHeader(header)) {
                // Words that may begin a compound would be left out, as if they were nothing else.
                if (!header[0].startsWith("COMPOUND")) {
                    kept.add(lines.get(i));
                }
                continue;
            }
            int left = Integer.parseInt(header[3]);
            List<String> rules = new ArrayList<>();
            while (left > 0) {
                i++;
                String[] rule = lines.get(i).split("\\s+");
                if (rule.length > 3 && rule[0].equals(header[0]) && rule[1].equals(header[1])) {
                    left--;
                    if (!rule[3].replaceFirst("/.*", "").matches(".*['’-].*")) {
                        rules.add(lines.get(i));
                    }
                }
            }
            if (!rules.isEmpty()) {
                kept.add(String.join(" ", header[0], header[1], header[2], String.valueOf(rules.size())));
                kept.addAll(rules);
            }
        }
        return kept;
    }

    private static boolean isHeader(String[] line) {
        return line.length >= 4 && line[0].matches("PFX|SFX") && line[2].matches("[YN]") && line[3].matches("\\d+");
    }
}
