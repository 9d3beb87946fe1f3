package io.github.hpccachecmk.core.wire;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Map;

/** The numbers of an RSA private key under their names in a JSON Web Key. Source: RFC 7518, section 6.3. Pure. */
public final class JwkNumbers {
    private JwkNumbers() {}

    /** Each number big-endian and without sign; not yet base64url. */
    public static Map<String, byte[]> of(RSAPrivateCrtKey key) {
        return Map.of(
                "n", unsigned(key.getModulus()),
                "e", unsigned(key.getPublicExponent()),
                "d", unsigned(key.getPrivateExponent()),
                "p", unsigned(key.getPrimeP()),
                "q", unsigned(key.getPrimeQ()),
                "dp", unsigned(key.getPrimeExponentP()),
                "dq", unsigned(key.getPrimeExponentQ()),
                "qi", unsigned(key.getCrtCoefficient()));
    }

    /** Without the byte that only tells that the number is positive. */
    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
