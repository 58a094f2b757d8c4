package broadsheet.search.lucene.view;

import broadsheet.index.PostFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * The order of posts that are equal otherwise: by their ids, those of one file by their numbers ({@code a.jsonl#9} before
 * {@code a.jsonl#10}). The numbers that Lucene gives to documents are in this order after a full build, and in any order
 * after one that goes on from the last; readers must not see a difference.
 */
public final class IdOrder {

    private static final Pattern NUMBERED = Pattern.compile("(.*)#([0-9]{1,9})", Pattern.DOTALL);

    private final int[] places;
    private final boolean ofDocuments;

    private IdOrder(int[] places, boolean ofDocuments) {
        this.places = ofDocuments ? new int[0] : places;
        this.ofDocuments = ofDocuments;
    }

    static IdOrder of(IndexReader reader) throws IOException {
        Terms ids = MultiTerms.getTerms(reader, PostFields.ID);
        Places places = new Places(ids == null ? 0 : reader.maxDoc());
        TermsEnum each = ids == null ? TermsEnum.EMPTY : ids.iterator();
        PostingsEnum postings = null;
        while (each.next() != null) {
            String id = isNumbered(each.term()) ? each.term().utf8ToString() : "";
            postings = each.postings(postings, PostingsEnum.NONE);
            for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                places.add(id, at);
            }
        }
        places.addNumbered();
        return new IdOrder(places.byDocument, places.rising);
    }

    /** Whether an id may be of one of many posts in a file; the others are in the order of their bytes. */
    private static boolean isNumbered(BytesRef id) {
        for (int i = id.offset + id.length - 1; i >= id.offset; i--) {
            if (id.bytes[i] < '0' || id.bytes[i] > '9') {
                return id.bytes[i] == '#';
            }
        }
        return false;
    }

    /** Of two documents the one with the smaller place comes first. */
    public int place(int document) {
        return ofDocuments ? document : places[document];
    }

    /** Whether documents have numbers in this order, so that nothing has to be compared. */
    public boolean isOfDocuments() {
        return ofDocuments;
    }

    /** Takes ids in the order of their bytes, in which 10 comes before 9. */
    private static final class Places {

        private record Numbered(long number, int document) {}

        private final int[] byDocument;
        private final List<Numbered> numbered = new ArrayList<>();
        private String file = "";
        private int count;
        private int last = -1;
        private boolean rising = true;

        Places(int documents) {
            byDocument = new int[documents];
        }

        /** @param id empty for one without a number */
        void add(String id, int document) {
            if (id.isEmpty()) {
                // Most archives have no others, and all of them are looked at before a start is done.
                addNumbered();
                put(document);
                return;
            }
            Matcher parts = NUMBERED.matcher(id);
            boolean isNumbered = parts.matches();
            if (!isNumbered || !parts.group(1).equals(file)) {
                addNumbered();
            }
            if (!isNumbered) {
                put(document);
                return;
            }
            file = parts.group(1);
            numbered.add(new Numbered(Long.parseLong(parts.group(2)), document));
        }

        void addNumbered() {
            if (numbered.isEmpty()) {
                return;
            }
            numbered.sort(Comparator.comparingLong(Numbered::number).thenComparingInt(Numbered::document));
            numbered.forEach(one -> put(one.document()));
            numbered.clear();
        }

        private void put(int document) {
            byDocument[document] = count++;
            rising &= document > last;
            last = document;
        }
    }
}
