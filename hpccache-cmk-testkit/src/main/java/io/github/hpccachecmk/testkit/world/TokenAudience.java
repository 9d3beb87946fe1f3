package io.github.hpccachecmk.testkit.world;

import java.util.Locale;

/**
 * For whom a caller's token was made. A face that has tokens puts it into a header of the request; a face without tokens
 * leaves the header out, and its calls count as made with the right one.
 */
public final class TokenAudience {
    /** The header. */
    public static final String HEADER = "x-testkit-token-audience";

    private static final String ARM_CLASSIC = "https://management.core.windows.net";
    private static final String ARM = "https://management.azure.com";

    private TokenAudience() {}

    /**
     * Whether a service takes the token of a request. Resource Manager takes its own address and the classic one, vaults take
     * that of Key Vault; with or without final slashes.
     */
    public static boolean fits(HostKind host, WireRequest request, String vaultSuffix) {
        return request.header(HEADER)
                .map(TokenAudience::plain)
                .map(audience -> host == HostKind.ARM
                        ? audience.equals(ARM_CLASSIC) || audience.equals(ARM)
                        : audience.equals("https://" + vaultSuffix))
                .orElse(true);
    }

    private static String plain(String audience) {
        return audience.replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
    }
}
