package io.github.hpccachecmk.core.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs of version 5 (RFC 9562, section 5.5) over this library's own namespace: the same name gives the same UUID in every
 * process and release. <strong>Frozen</strong>: another namespace or algorithm would make grants that exist look foreign.
 */
final class Uuid5 {
    /** The version 5 UUID of the DNS name {@code hpccachecmk.github.io}. */
    private static final UUID NAMESPACE = UUID.fromString("6d3ba04b-02dc-55ba-ab39-2c52f0b77413");

    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    private Uuid5() {}

    /** The UUID of {@code name}, taken as UTF-8. */
    static UUID of(String name) {
        var sha = sha1();
        sha.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        var hash = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
        return new UUID((hash.getLong() & VERSION_MASK) | VERSION_5, (hash.getLong() & VARIANT_MASK) | RFC_VARIANT);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
