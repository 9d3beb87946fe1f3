package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The subnet exists and is large enough: 64 addresses for a cache; for a file system the estimate by capacity of Microsoft's
 * article "Azure Managed Lustre file system prerequisites".
 */
final class TargetSubnetRule extends OfferRule<Optional<SubnetSnapshot>> {
    private static final int ADDRESS_BITS = 32;
    private static final int CACHE_PREFIX = 26;
    private static final int LARGEST_ESTIMATE_TIB = 400;

    TargetSubnetRule() {
        super(
                "target.subnet",
                "The subnet exists (else BLOCKING) and is large enough: a cache needs 64 addresses, /26 (else BLOCKING); a file"
                        + " system about /27 up to 16 TiB, /26 up to 40, /25 up to 92, /24 up to 196, /23 up to 400 (else"
                        + " WARNING, since these are estimates).",
                Articles.CACHE_PREREQUISITES);
    }

    @Override
    FactKey<Optional<SubnetSnapshot>> key(CreateRequest create) {
        return new FactKey.Subnet(create.subnet());
    }

    @Override
    Object subject(CreateRequest create) {
        return create.subnet();
    }

    @Override
    Finding judge(CreateRequest create, Optional<SubnetSnapshot> found) {
        if (found.isEmpty()) {
            return blocking(
                    create.subnet(),
                    ErrorCode.RESOURCE_MISSING,
                    "There is no subnet of this id.",
                    "Create the subnet, or correct its id.");
        }
        int needed = neededPrefix(create);
        var actual = largest(found.get());
        if (actual.isEmpty()) {
            return unknown(
                    create.subnet(),
                    "The answer does not tell an IPv4 range of the subnet; it must be /" + needed + " or larger.",
                    "Check the subnet's size by hand.");
        }
        if (actual.getAsInt() <= needed) {
            return ok(create.subnet(), "The subnet is large enough.");
        }
        var text = "The subnet is a /" + actual.getAsInt() + " (" + addresses(actual.getAsInt()) + " addresses); ";
        return create instanceof CreateEncryptedFileSystem fileSystem
                ? warning(
                        create.subnet(),
                        text + "for " + fileSystem.storageCapacityTib() + " TiB about a /" + needed + " ("
                                + addresses(needed) + " addresses) is needed.",
                        "Use a subnet of /" + needed + " or larger.")
                : blocking(
                        create.subnet(),
                        ErrorCode.PREFLIGHT_BLOCKED,
                        text + "it must be a /" + needed + " (" + addresses(needed) + " addresses) or larger.",
                        "Use a subnet of /" + needed + " or larger, for this cache only; /24 is recommended.");
    }

    private static int neededPrefix(CreateRequest create) {
        if (!(create instanceof CreateEncryptedFileSystem fileSystem)) {
            return CACHE_PREFIX;
        }
        double tib = fileSystem.storageCapacityTib();
        if (tib <= 16) {
            return 27;
        }
        if (tib <= 40) {
            return 26;
        }
        if (tib <= 92) {
            return 25;
        }
        if (tib <= 196) {
            return 24;
        }
        return tib <= LARGEST_ESTIMATE_TIB ? 23 : 22;
    }

    private static long addresses(int prefix) {
        return 1L << (ADDRESS_BITS - prefix);
    }

    private static OptionalInt largest(SubnetSnapshot subnet) {
        return subnet.addressPrefixes().stream()
                .mapToInt(TargetSubnetRule::prefix)
                .filter(prefix -> prefix >= 0)
                .min();
    }

    /** The prefix length of an IPv4 range; -1 for anything else. */
    private static int prefix(String range) {
        int slash = range.lastIndexOf('/');
        int digits = range.length() - slash - 1;
        if (slash < 0 || range.indexOf(':') >= 0 || digits < 1 || digits > 2) {
            return -1;
        }
        int prefix = 0;
        for (int i = slash + 1; i < range.length(); i++) {
            char c = range.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            prefix = prefix * 10 + (c - '0');
        }
        return prefix <= ADDRESS_BITS ? prefix : -1;
    }
}
