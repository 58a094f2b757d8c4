package broadsheet.archive;

import java.util.List;
import java.util.Random;

/** Texts broken on purpose: a few pieces put in, characters taken out, parts repeated elsewhere. */
public final class Mutations {

    private Mutations() {}

    /** One to four changes; every third one at the start of a line, where most marks have their meaning. */
    public static String of(String text, List<String> pieces, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && broken.length() > 2; i--) {
            int at = random.nextInt(broken.length());
            if (random.nextInt(3) == 0) {
                at = broken.indexOf("\n", at) + 1;
            }
            switch (random.nextInt(4)) {
                case 0 -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(3)));
                case 1 -> broken.insert(random.nextInt(broken.length()),
                        broken.substring(at, Math.min(broken.length(), at + random.nextInt(12))));
                default -> broken.insert(at, pieces.get(random.nextInt(pieces.size())));
            }
        }
        return broken.toString();
    }
}
