package broadsheet.search.suggest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * English words that are written with an apostrophe and typed without: {@code dont} and {@code don't}. Left out are those
 * that are words of another sense without it, as {@code well}, {@code were}, {@code its} and {@code shed}, and those in
 * {@code 's}, which index and query drop.
 */
final class Contractions {

    private static final Map<String, String> WITH_APOSTROPHE = Arrays
            .stream(("don't doesn't didn't isn't aren't wasn't "
                    + "weren't haven't hasn't hadn't can't couldn't won't wouldn't shan't shouldn't mustn't mightn't needn't "
                    + "oughtn't daren't ain't i'm i've you're you've you'll you'd we've they're they've they'll they'd that'll "
                    + "who've who'd would've could've should've might've must've y'all o'clock ma'am").split(" "))
            .collect(Collectors.toMap(word -> word.replace("'", ""), Function.identity()));

    private Contractions() {}

    /** The word with its apostrophe, or without, in small letters; empty for every other word. */
    static Optional<String> other(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String bare = plain.replace("'", "");
        Optional<String> known = Optional.ofNullable(WITH_APOSTROPHE.get(bare));
        return plain.equals(bare) ? known : known.filter(plain::equals).map(with -> bare);
    }
}
