package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.IDENTITY;
import static io.github.hpccachecmk.core.policy.Given.PRINCIPAL;
import static io.github.hpccachecmk.core.policy.Given.VAULT;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VaultLockRuleTest {
    private static final FactKey.Locks LOCKS = new FactKey.Locks(VAULT.toString());
    private static final List<ManagementLock> READ_ONLY =
            List.of(new ManagementLock("/locks/keep", "CanNotDelete"), new ManagementLock("/locks/freeze", "readonly"));

    @Test
    void noLockOrOneAgainstDeletion_isOk() {
        var given = Given.request(Given.cache()).with(VaultSketch.good());
        assertOnly(given.with(LOCKS, List.of()).judgedBy(new VaultLockRule()))
                .isOk("No read-only lock holds on the vault.");
        assertOnly(given.with(LOCKS, READ_ONLY.subList(0, 1)).judgedBy(new VaultLockRule()))
                .isOk("No read-only lock holds on the vault.");
    }

    @Test
    void readOnlyLock_blocksWhereAGrantIsNeeded() {
        assertOnly(Given.request(Given.cache())
                        .with(VaultSketch.good())
                        .with(LOCKS, READ_ONLY)
                        .judgedBy(new VaultLockRule()))
                .isBlocking(
                        ErrorCode.SCOPE_LOCKED,
                        "A read-only lock, '/locks/freeze', holds on the vault; the writes that are needed on it would be"
                                + " refused.")
                .hasRemedy("Remove the lock for the change, or have access and protection set up beforehand.");
    }

    @Test
    void readOnlyLock_warnsWhereTheNeedIsNotKnown() {
        assertOnly(Given.request(Given.cacheWithIdentity())
                        .with(VaultSketch.good())
                        .with(LOCKS, READ_ONLY)
                        .judgedBy(new VaultLockRule()))
                .isWarning(
                        "A read-only lock, '/locks/freeze', holds on the vault; should access have to be given, that would"
                                + " be refused.");
    }

    @Test
    void readOnlyLock_isOkWhereNothingIsWritten() {
        var entry = new AccessPolicy(Given.TENANT, PRINCIPAL, Optional.empty(), Set.of("get", "wrapKey", "unwrapKey"));
        var given = Given.request(Given.cacheWithIdentity())
                .with(
                        new FactKey.Identity(IDENTITY),
                        Optional.of(new IdentitySnapshot(IDENTITY, PRINCIPAL, Given.TENANT, Optional.empty())))
                .with(LOCKS, READ_ONLY);
        assertOnly(given.with(VaultSketch.vault(v -> v.policies = List.of(entry)))
                        .judgedBy(new VaultLockRule()))
                .isOk("A read-only lock, '/locks/freeze', holds on the vault; nothing has to be written on it.");
        assertOnly(given.with(VaultSketch.vault(v -> {
                            v.policies = List.of(entry);
                            v.purgeProtection = Optional.empty();
                        }))
                        .judgedBy(new VaultLockRule()))
                .isBlocking(
                        ErrorCode.SCOPE_LOCKED,
                        "A read-only lock, '/locks/freeze', holds on the vault; the writes that are needed on it would be"
                                + " refused.");
    }
}
