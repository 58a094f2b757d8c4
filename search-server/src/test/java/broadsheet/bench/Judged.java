package broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collection with judgments, in a folder of {@code docs.jsonl.gz}, {@code queries.tsv} (number, text) and
 * {@code qrels.tsv} in TREC's form (query, 0, document, grade).
 *
 * @param queries text by number; only those with a relevant document
 * @param grades by query and document; above 0
 */
record Judged(Corpus corpus, Map<String, String> queries, Map<String, Map<String, Integer>> grades) {

    static Judged read(String name) throws IOException {
        Path folder = Corpus.shared("relevance/" + name);
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] columns = line.split("\\s+");
            int grade = Integer.parseInt(columns[3]);
            if (grade > 0) {
                grades.computeIfAbsent(columns[0], key -> new HashMap<>()).put(columns[2], grade);
            }
        }
        Map<String, String> queries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) {
            String[] columns = line.split("\t", 2);
            if (grades.containsKey(columns[0])) {
                queries.put(columns[0], columns[1]);
            }
        }
        return new Judged(Corpus.read(name, folder.resolve("docs.jsonl.gz")), queries, grades);
    }

    /** Asks one question and gives document numbers, the best first, at most a hundred. */
    interface Asker {
        List<String> ask(String query) throws IOException;
    }

    /** The measures of one way to ask, over all queries. */
    Measures measure(Asker asker) throws IOException {
        Measures measures = new Measures();
        for (Map.Entry<String, String> query : queries.entrySet()) {
            measures.add(asker.ask(query.getValue()), grades.get(query.getKey()));
        }
        return measures;
    }
}
