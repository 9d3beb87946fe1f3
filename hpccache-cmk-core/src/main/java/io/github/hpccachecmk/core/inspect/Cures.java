package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.policy.Protection;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.RecoverKey;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import java.util.Optional;

/** The request that mends a finding, where there is one. Pure. */
final class Cures {
    private Cures() {}

    static Optional<CmkRequest<?>> of(Finding finding, Inspected seen) {
        if (seen.asRequest().isEmpty() || seen.hasFailed()) {
            return Optional.empty();
        }
        return switch (finding.rule()) {
            case Judgement.WAITING -> Optional.of(authorize(seen));
            case Judgement.ACCESS, "vault.purge-protection", "vault.soft-delete" ->
                Optional.of(seen.isWaiting() ? authorize(seen) : sameKey(seen));
            case "key.version", "key.expiry" -> isKeyUsable(seen) ? Optional.of(rotate(seen)) : Optional.empty();
            case "key.deleted-state" -> Optional.of(recover(seen));
            case "key.enabled" -> Optional.of(enable(seen));
            default -> Optional.empty();
        };
    }

    private static AuthorizeCache authorize(Inspected seen) {
        var vault = seen.vaultId().orElseThrow();
        return AuthorizeCache.builder()
                .cache(CacheId.parse(seen.target().id().toString()))
                .addAllowedVault(vault)
                .key(seen.key().orElseThrow())
                .vaultProtection(protection(seen))
                .build();
    }

    private static RecoverKey recover(Inspected seen) {
        return RecoverKey.builder()
                .vault(seen.vaultId().orElseThrow())
                .keyName(seen.key().orElseThrow().keyName())
                .build();
    }

    private static SetKeyVersionEnabled enable(Inspected seen) {
        return SetKeyVersionEnabled.builder()
                .vault(seen.vaultId().orElseThrow())
                .version(seen.key().orElseThrow())
                .enabled(true)
                .build();
    }

    /** To be under the key that it is under already: access is given and the vault protected, and nothing else is due. */
    private static ChangeKey sameKey(Inspected seen) {
        return ChangeKey.builder()
                .from(seen.asRequest().orElseThrow())
                .vaultProtection(protection(seen))
                .build();
    }

    private static RotateKey rotate(Inspected seen) {
        return RotateKey.builder()
                .target(seen.target().id())
                .vault(seen.vaultId().orElseThrow())
                .newerThan(seen.key().orElseThrow())
                .vaultProtection(protection(seen))
                .build();
    }

    /** A rotation takes the newest version as it is. */
    private static boolean isKeyUsable(Inspected seen) {
        return seen.newest().filter(newest -> newest.enabled()).isPresent();
    }

    private static VaultProtection protection(Inspected seen) {
        boolean isOff =
                seen.vault().filter(vault -> !Protection.isComplete(vault)).isPresent();
        return isOff
                ? VaultProtection.enableIfMissing(
                        IrreversibleChange.purgeProtectionOf(seen.vaultId().orElseThrow()))
                : VaultProtection.requireAlreadyOn();
    }
}
