package broadsheet.post.frontmatter;

import broadsheet.post.frontmatter.Value.Text;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A YAML 1.1 scalar after Ruby has read and printed it, for addresses alone: {@code 010} is {@code 8} there,
 * {@code yes} is {@code true}, {@code 1_000} is {@code 1000}. What we show keeps the written text. Source: Psych 4.0,
 * {@code scalar_scanner.rb}.
 */
public final class RubyScalar {

    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_,]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9_,]*)");
    private static final Pattern HEX = Pattern.compile("[-+]?0x[0-9a-fA-F_,]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9][0-9_,]*\\.[0-9]*");

    private RubyScalar() {}

    /** The text that Ruby's {@code to_s} gives. */
    public static String of(Text scalar) {
        String text = scalar.text();
        if (!scalar.plain() || text.length() > 40) {
            return text;
        }
        if (scalar.isTrue()) {
            return "true";
        }
        if (scalar.isFalse()) {
            return "false";
        }
        if (text.isEmpty() || "+-0123456789".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        String digits = text.replaceAll("[,_+]", "");
        if (OCTAL.matcher(text).matches() && digits.length() > 1) {
            return new BigInteger(digits, 8).toString();
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigInteger(digits).toString();
        }
        if (HEX.matcher(text).matches()) {
            return new BigInteger(digits.replace("0x", ""), 16).toString();
        }
        return FLOAT.matcher(text).matches() ? decimal(digits) : text;
    }

    /** Ruby prints at least one digit after the point and no zeros at the end. */
    private static String decimal(String digits) {
        double value = Double.parseDouble(digits);
        return Math.abs(value) < 1e7 && (Math.abs(value) >= 1e-3 || value == 0) ? Double.toString(value) : digits;
    }
}
