package broadsheet.web.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose request it is. A connection from a proxy that the owner named carries the requests of others: who they are says
 * its header {@code X-Forwarded-For}. The same header from anybody else is worth nothing.
 */
public final class Clients {

    private final List<Network> proxies;

    /** An address, or all that have its first bits: {@code 10.0.0.0/8}. */
    private record Network(byte[] address, int bits) {

        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param proxies {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code ::1}
     * @throws IllegalArgumentException when one is no address; the message names it
     */
    public Clients(List<String> proxies) {
        this.proxies = proxies.stream().map(Clients::network).toList();
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text));
        String bits = slash < 0 ? String.valueOf(address.length * 8) : text.substring(slash + 1);
        boolean isNumber = !bits.isEmpty() && bits.length() <= 3 && bits.chars().allMatch(Character::isDigit);
        if (!isNumber || Integer.parseInt(bits) > address.length * 8) {
            throw new IllegalArgumentException(text);
        }
        return new Network(address, Integer.parseInt(bits));
    }

    /** Whether the owner trusts what comes from this address to name its clients. */
    public boolean isProxy(String address) {
        return !proxies.isEmpty() && bytes(address).filter(a -> proxies.stream().anyMatch(p -> p.has(a))).isPresent();
    }

    /**
     * The client's address: the last one on the way that is no named proxy. What stands before that was written by a
     * stranger.
     *
     * @param peer whose connection it is
     * @param forwardedFor the values of {@code X-Forwarded-For}, in the order that they came
     */
    public String of(String peer, List<String> forwardedFor) {
        String client = plain(peer);
        for (int i = forwardedFor.size() - 1; i >= 0 && isProxy(client); i--) {
            String before = plain(forwardedFor.get(i));
            if (bytes(before).isEmpty()) {
                return client;
            }
            client = before;
        }
        return client;
    }

    /**
     * What limits count as one caller: an IPv4 address, or the first 64 bits of an IPv6 address, since one household or
     * one rented machine has as many of those as it likes.
     */
    public static String network64(String address) {
        return bytes(address).filter(a -> a.length == 16)
                .map(a -> Arrays.toString(Arrays.copyOf(a, 8))).orElse(address);
    }

    /** Without the port that some proxies add, and without the brackets and the zone of IPv6. */
    private static String plain(String text) {
        String address = text.strip();
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            address = end < 0 ? "" : address.substring(1, end);
        } else if (address.indexOf(':') >= 0 && address.indexOf(':') == address.lastIndexOf(':')) {
            address = address.substring(0, address.indexOf(':'));
        }
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** The bytes of an address in digits; empty for a name, which nobody is asked about. */
    private static Optional<byte[]> bytes(String text) {
        boolean six = text.indexOf(':') >= 0;
        boolean plain = !text.isEmpty() && text.length() <= 45
                && text.chars().allMatch(c -> Character.digit(c, six ? 16 : 10) >= 0 && c < 128 || c == '.'
                        || six && c == ':');
        if (!plain || !six && !isFour(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Four numbers of at most three digits; Java also takes fewer numbers, which no proxy writes. */
    private static boolean isFour(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("\\.", -1)));
        parts.removeIf(part -> part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255);
        return parts.size() == 4 && text.chars().filter(c -> c == '.').count() == 3;
    }
}
