package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.IDENTITY;
import static io.github.hpccachecmk.core.policy.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityRulesTest {
    private static final FactKey.Identity IDENTITY_KEY = new FactKey.Identity(IDENTITY);

    private static IdentitySnapshot identity(TenantId tenant, Instant createdAt) {
        return new IdentitySnapshot(IDENTITY, Given.PRINCIPAL, tenant, Optional.ofNullable(createdAt));
    }

    private static Given with(IdentitySnapshot identity) {
        return Given.request(Given.cacheWithIdentity())
                .with(VaultSketch.good())
                .with(IDENTITY_KEY, Optional.of(identity));
    }

    @Test
    void identityFound_isOk() {
        assertOnly(with(identity(Given.TENANT, null)).judgedBy(new IdentityExistsRule()))
                .isOk("The identity exists.")
                .isAbout(IDENTITY);
    }

    @Test
    void identityMissing_blocks() {
        var given = Given.request(Given.cacheWithIdentity()).with(IDENTITY_KEY, Optional.empty());
        assertOnly(given.judgedBy(new IdentityExistsRule()))
                .isBlocking(ErrorCode.RESOURCE_MISSING, "There is no user-assigned identity of this id.");
        assertThat(given.judgedBy(new IdentityTenantRule())).isEmpty();
    }

    @Test
    void systemAssignedBeforeTheCreate_isNotJudged() {
        var given = Given.request(Given.cache()).with(VaultSketch.good());
        assertThat(given.judgedBy(new IdentityExistsRule())).isEmpty();
        assertThat(given.judgedBy(new IdentityTenantRule())).isEmpty();
        assertThat(given.judgedBy(new IdentityRecreatedRule())).isEmpty();
    }

    @Test
    void tenantOfTheVault_isOk() {
        assertOnly(with(identity(Given.TENANT, null)).judgedBy(new IdentityTenantRule()))
                .isOk("The identity is in the vault's tenant.");
    }

    @Test
    void otherTenant_blocks() {
        assertOnly(with(identity(Given.OTHER_TENANT, null)).judgedBy(new IdentityTenantRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The identity is in tenant 33333333-3333-3333-3333-333333333333, the vault in"
                                + " 22222222-2222-2222-2222-222222222222; both must be in the same one.");
    }

    @Test
    void systemAssignedOfOtherTenant_blocksOnceItShows() {
        var given = Given.request(Given.authorize())
                .with(TargetSketch.target(t -> t.tenant = Optional.of(Given.OTHER_TENANT)))
                .with(VaultSketch.good());
        assertOnly(given.judgedBy(new IdentityTenantRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The identity is in tenant 33333333-3333-3333-3333-333333333333, the vault in"
                                + " 22222222-2222-2222-2222-222222222222; both must be in the same one.")
                .isAbout(Given.CACHE);
    }

    @Test
    void vaultsTenantNotTold_isUnknown() {
        var given = with(identity(Given.TENANT, null)).with(VaultSketch.vault(v -> v.tenant = Optional.empty()));
        assertOnly(given.judgedBy(new IdentityTenantRule()))
                .isUnknown("The answer does not tell the vault's tenant; the identity is in"
                        + " 22222222-2222-2222-2222-222222222222.");
    }

    @Test
    void identityYoungerThanItsResource_blocks() {
        var target = TargetSketch.target(t -> {
            t.identities = List.of(IDENTITY);
            t.createdAt = Optional.of(NOW);
        });
        assertOnly(with(identity(Given.TENANT, NOW.plusSeconds(60)))
                        .with(target)
                        .judgedBy(new IdentityRecreatedRule()))
                .isBlocking(
                        ErrorCode.PRINCIPAL_CHANGED,
                        "The identity was made on 2026-03-01T12:01:00Z, after the resource that uses it"
                                + " (2026-03-01T12:00:00Z); it was deleted and made again, and the resource goes on with the"
                                + " old principal.");
        assertOnly(with(identity(Given.TENANT, NOW)).with(target).judgedBy(new IdentityRecreatedRule()))
                .isOk("The identity is older than the resource that uses it.");
    }

    @Test
    void agesNotKnownOrIdentityNotInUse_areNotJudged() {
        var rule = new IdentityRecreatedRule();
        var young = identity(Given.TENANT, NOW.plusSeconds(60));
        var other = TargetSketch.target(t -> t.identities = List.of());
        var ageless = TargetSketch.target(t -> {
            t.identities = List.of(IDENTITY);
            t.createdAt = Optional.empty();
        });
        assertThat(with(young).with(other).judgedBy(rule)).isEmpty();
        assertThat(with(young).with(ageless).judgedBy(rule)).isEmpty();
        assertThat(with(identity(Given.TENANT, null)).with(ageless).judgedBy(rule))
                .isEmpty();
        assertThat(with(young).judgedBy(rule)).isEmpty();
    }
}
