package broadsheet.post.markup;

import java.util.Set;

/**
 * The elements of HTML and their meaning for the text of a page (HTML Standard, section 15.3, and the obsolete ones).
 */
final class HtmlElements {

    private static final Set<String> BLOCK = words("""
            address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
            figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main marquee menu nav ol
            optgroup option p pre search section summary table tbody tfoot thead tr ul""");
    private static final Set<String> INLINE = words("""
            a abbr acronym area b base basefont bdi bdo big blink br button cite code col colgroup command data datalist
            del dfn em embed font frame i img image input ins isindex kbd label link map mark math meta meter nobr
            output param picture progress q ruby s samp select slot small source span strike strong sub sup td textarea
            th time track tt u var wbr""");
    private static final Set<String> UNSEEN = words("""
            applet audio canvas head iframe noembed noframes noscript object rp rt script style svg template title
            video xml""");
    private static final Set<String> VOID = words("""
            area base br col command embed frame hr img image input isindex link meta param source track wbr""");

    private HtmlElements() {}

    static boolean isKnown(String name) {
        return BLOCK.contains(name) || INLINE.contains(name) || UNSEEN.contains(name);
    }

    /** Begins and ends a paragraph. */
    static boolean isBlock(String name) {
        return BLOCK.contains(name);
    }

    /** Holds nothing that a reader sees. */
    static boolean isUnseen(String name) {
        return UNSEEN.contains(name);
    }

    /** Has no content and no end tag. */
    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
