package io.github.hpccachecmk.testkit.loopback;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The few forms of DER (ITU-T X.690) that a certificate is made of: each method gives one element with tag and length. */
final class Der {
    private static final Pattern DOT = Pattern.compile("\\.");

    private Der() {}

    static byte[] element(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        length(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void length(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write(length >>> shift);
        }
    }

    static byte[] sequence(byte[]... parts) {
        return element(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return element(0x31, parts);
    }

    static byte[] integer(BigInteger value) {
        return element(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return element(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] octets(byte[] value) {
        return element(0x04, value);
    }

    /** A bit string whose last byte has so many unused bits. */
    static byte[] bits(int unused, byte[] value) {
        return element(0x03, new byte[] {(byte) unused}, value);
    }

    static byte[] text(String value) {
        return element(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    /** An explicit tag of the context around an element. */
    static byte[] explicit(int number, byte[] inner) {
        return element(0xa0 | number, inner);
    }

    /** An implicit tag of the context in the place of a primitive element's own. */
    static byte[] implicit(int number, byte[] content) {
        return element(0x80 | number, content);
    }

    static byte[] identifier(String dotted) {
        int[] arcs = DOT.splitAsStream(dotted).mapToInt(Integer::parseInt).toArray();
        var content = new ByteArrayOutputStream();
        // The first two share one number.
        arcs[1] += arcs[0] * 40;
        for (int i = 1; i < arcs.length; i++) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >>> shift != 0) {
                    content.write(0x80 | (arcs[i] >>> shift & 0x7f));
                }
            }
            content.write(arcs[i] & 0x7f);
        }
        return element(0x06, content.toByteArray());
    }

    /** RFC 5280 wants two digits of the year until 2049 and four from then on. */
    static byte[] time(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        boolean isShort = utc.getYear() < 2050;
        String text = DateTimeFormatter.ofPattern(isShort ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'", Locale.ROOT)
                .format(utc);
        return element(isShort ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
    }
}
