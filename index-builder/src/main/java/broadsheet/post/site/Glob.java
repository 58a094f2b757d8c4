package broadsheet.post.site;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Ruby's file patterns as regular expressions: {@code *}, {@code **}, {@code ?}, {@code [a-z]}, {@code {a,b}}; a broken
 * one matches itself.
 */
final class Glob {

    private Glob() {}

    /** As {@code Dir.glob} reads it: a star stays within one folder, two stars and a slash cross any number of them. */
    static Pattern path(String glob) {
        return compile(glob, "[^/]*", "[^/]", true);
    }

    /** As {@code File.fnmatch} without flags reads it: a star also crosses slashes; braces are plain characters. */
    static Pattern name(String glob) {
        return compile(glob, ".*", ".", false);
    }

    private static Pattern compile(String glob, String star, String one, boolean paths) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (paths && glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (c == '*') {
                regex.append(star);
            } else if (c == '?') {
                regex.append(one);
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                regex.append(set(glob.substring(i + 1, end)));
                i = end;
            } else if (paths && c == '{' && glob.indexOf('}', i) > 0) {
                regex.append("(?:");
                braces++;
            } else if (braces > 0 && c == ',') {
                regex.append('|');
            } else if (braces > 0 && c == '}') {
                regex.append(')');
                braces--;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex + ")".repeat(braces), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }

    private static String set(String inner) {
        boolean negated = inner.startsWith("!") || inner.startsWith("^");
        String members = (negated ? inner.substring(1) : inner).replaceAll("([\\\\\\[\\]&^])", "\\\\$1");
        return "[" + (negated ? "^" : "") + members + "]";
    }
}
