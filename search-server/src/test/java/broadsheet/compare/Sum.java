package broadsheet.compare;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * A checksum of 64 bits over numbers and bytes in their order, by the steps of MurmurHash3: quick, and an accident leaves
 * it unchanged once in 2^64. No defence against somebody who wants it to stay.
 */
final class Sum {

    private long state;
    private long count;

    Sum add(long value) {
        long mixed = Long.rotateLeft(value * 0x87c37b91114253d5L, 31) * 0x4cf5ad432745937fL;
        state = Long.rotateLeft(state ^ mixed, 27) * 5 + 0x52dce729;
        count++;
        return this;
    }

    Sum add(byte[] bytes, int offset, int length) {
        add(length);
        for (int i = offset; i < offset + length; i++) {
            add(bytes[i]);
        }
        return this;
    }

    Sum add(BytesRef bytes) {
        return add(bytes.bytes, bytes.offset, bytes.length);
    }

    Sum add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    long value() {
        long mixed = (state ^ count) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value());
    }
}
