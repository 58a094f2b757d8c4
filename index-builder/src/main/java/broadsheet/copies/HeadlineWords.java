package broadsheet.copies;

/** What the words of two headlines say of whether their posts tell one story. */
final class HeadlineWords {

    /** Words of two headlines that their texts have; one may stand in any text by chance. */
    static final int BORNE_OUT = 2;

    private HeadlineWords() {}

    /** Whether headlines share a word that one of the texts has, too, or most words. */
    static boolean shareTopic(Sketch left, Sketch right) {
        int telling = 0;
        int shared = 0;
        for (int word : left.words()) {
            telling += Sketch.isTelling(word) ? 1 : 0;
            for (int other : right.words()) {
                if (Sketch.isTelling(word) && Sketch.isSameWord(word, other)) {
                    shared++;
                    if (Sketch.isBorneOut(word) || Sketch.isBorneOut(other)) {
                        return true;
                    }
                    break;
                }
            }
        }
        return shared > 1 && 2 * shared > telling;
    }

    static boolean shareWord(Sketch left, Sketch right) {
        for (int word : left.words()) {
            for (int other : right.words()) {
                if (Sketch.isTelling(word) && Sketch.isSameWord(word, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many long words of a headline the text has, too; a post without a headline has none that could be wrong. */
    static int borneOut(Sketch sketch) {
        int count = 0;
        for (int word : sketch.words()) {
            count += Sketch.isTelling(word) && Sketch.isBorneOut(word) ? 1 : 0;
        }
        return sketch.words().length == 0 ? BORNE_OUT : count;
    }
}
