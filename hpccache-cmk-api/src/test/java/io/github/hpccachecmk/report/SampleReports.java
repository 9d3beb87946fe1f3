package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.VaultId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reports for tests, with every member set; each call gives new values. */
public final class SampleReports {
    public static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    public static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "vault-rg", "contoso-cmk");
    public static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "Render-Cache");
    public static final CacheId OTHER_CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "other-cache");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private SampleReports() {}

    public static CmkError error() {
        return new CmkError(
                ErrorCode.POLICY_DENIED,
                "the policy 'tags' refused it",
                "add the tag 'team'",
                Optional.of("RequestDisallowedByPolicy"),
                Optional.of("request-1"),
                Optional.of("correlation-1"));
    }

    public static Finding finding(Severity severity) {
        return new Finding(
                "vault.purge-protection",
                severity,
                VAULT.toString(),
                "purge protection is off; legal is: on",
                "switch it on",
                Optional.of(ErrorCode.CONSENT_MISSING),
                Optional.of("https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview"));
    }

    public static Finding plainFinding() {
        return new Finding("key.exists", Severity.OK, "k", "the key exists", "", Optional.empty(), Optional.empty());
    }

    public static PlannedWrite protect() {
        return new PlannedWrite(WriteKind.PROTECT_VAULT, VAULT.toString(), "", "enablePurgeProtection: true", "asked");
    }

    public static PlannedWrite grant() {
        return new PlannedWrite(
                WriteKind.ADD_ACCESS_POLICY,
                VAULT.toString(),
                "system-assigned identity: get, wrapKey, unwrapKey",
                "one access policy more",
                "the identity has no access");
    }

    public static Awaited awaited() {
        return new Awaited("the key", NOON, NOON.plus(Duration.ofMinutes(90)), ErrorCode.WAIT_LIMIT_REACHED);
    }

    public static Plan.Builder plan() {
        return Plan.builder()
                .subject(CACHE.resourceId())
                .addFinding(finding(Severity.WILL_FIX))
                .addFinding(plainFinding())
                .addWrite(protect())
                .addWrite(grant())
                .expectedCalls(12)
                .madeAt(NOON);
    }

    public static Status.Builder barelyStatus() {
        return Status.builder()
                .subject(CACHE.resourceId())
                .phase(Phase.WAITING_FOR_KEY)
                .message("access was granted")
                .at(NOON)
                .elapsed(Duration.ofSeconds(3725));
    }

    public static Status.Builder status() {
        return barelyStatus()
                .deadline(NOON.plus(Duration.ofMinutes(25)))
                .awaited(awaited())
                .lastError(error())
                .addBlocker(finding(Severity.BLOCKING))
                .addEvent(FlowEvent.DEADLINE_IN_30_MINUTES);
    }

    public static EncryptedResource.Builder resource() {
        return EncryptedResource.builder()
                .target(CACHE)
                .key(KeyUrl.parse(
                        "https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef"))
                .vault(VAULT)
                .addPrincipal(PrincipalId.of("aaaaaaaa-2222-3333-4444-555555555555"))
                .autoRotation(true)
                .provisioningState(ProvisioningState.SUCCEEDED)
                .health(HealthState.HEALTHY)
                .createdAt(NOON.minusSeconds(60))
                .observedAt(NOON)
                .addWrite(WriteKind.CREATE_TARGET)
                .addWrite(WriteKind.ADD_ACCESS_POLICY);
    }
}
