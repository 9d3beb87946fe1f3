package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.IDENTITY;
import static io.github.hpccachecmk.core.policy.Given.PRINCIPAL;
import static io.github.hpccachecmk.core.policy.Given.VAULT;
import static io.github.hpccachecmk.core.policy.VaultSketch.vault;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerRulesTest {
    private static final FactKey.Permissions AT_VAULT = new FactKey.Permissions(VAULT.toString());
    private static final FactKey.Permissions AT_KEY = new FactKey.Permissions(VAULT + "/keys/cache-key");
    private static final FactKey.Permissions AT_GROUP =
            new FactKey.Permissions(Given.CACHE.group().toString());
    private static final FactKey.Identity IDENTITY_KEY = new FactKey.Identity(IDENTITY);
    private static final FactKey.Assignments ASSIGNMENTS =
            new FactKey.Assignments(VAULT.keyScope("cache-key"), PRINCIPAL);
    private static final String POLICY_WRITE = "Microsoft.KeyVault/vaults/accessPolicies/write";
    private static final String ROLE_WRITE = "Microsoft.Authorization/roleAssignments/write";
    private static final List<PermissionEntry> OWNER = List.of(entry(List.of("*"), List.of()));
    private static final List<PermissionEntry> VAULT_CONTRIBUTOR =
            List.of(entry(List.of("Microsoft.KeyVault/*"), List.of()));

    private static PermissionEntry entry(List<String> actions, List<String> notActions) {
        return new PermissionEntry(actions, notActions, List.of(), List.of());
    }

    private static Given onPolicies() {
        return Given.request(Given.cache()).with(VaultSketch.good());
    }

    private static Given onRbac() {
        return Given.request(Given.cache()).with(vault(v -> v.model = AccessModel.RBAC));
    }

    private static Given identityOn(AccessModel model, List<AccessPolicy> policies) {
        return Given.request(Given.cacheWithIdentity())
                .with(vault(v -> {
                    v.model = model;
                    v.policies = policies;
                }))
                .with(
                        IDENTITY_KEY,
                        Optional.of(new IdentitySnapshot(IDENTITY, PRINCIPAL, Given.TENANT, Optional.empty())));
    }

    private static AccessPolicy policy(String... permissions) {
        return new AccessPolicy(Given.TENANT, PRINCIPAL, Optional.empty(), Set.of(permissions));
    }

    private static RoleAssignment assignment(String role, Optional<String> condition) {
        return new RoleAssignment("/assignment", VAULT.toString(), PRINCIPAL, role, condition, Optional.empty());
    }

    @Test
    void targetRightsPresent_areNotKnownToBeMissing() {
        assertOnly(onPolicies().with(AT_GROUP, OWNER).judgedBy(new CallerTargetRightsRule()))
                .isOk(
                        "Not known to be missing: Microsoft.StorageCache/caches/read, Microsoft.StorageCache/caches/write.")
                .isAbout(Given.CACHE.group());
    }

    @Test
    void targetRightAbsent_blocksAndNamesIt() {
        var reader = List.of(entry(List.of("*/read"), List.of()));
        assertOnly(onPolicies().with(AT_GROUP, reader).judgedBy(new CallerTargetRightsRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks Microsoft.StorageCache/caches/write on this scope;"
                                + " Microsoft.StorageCache/caches/read, Microsoft.StorageCache/caches/write are needed.")
                .hasRemedy("Give the caller a role with this action on the scope.");
    }

    @Test
    void targetThatExists_needsNoRightToCreate() {
        var reader = List.of(entry(List.of("*/read"), List.of()));
        assertOnly(onPolicies()
                        .with(TargetSketch.waiting())
                        .with(AT_GROUP, reader)
                        .judgedBy(new CallerTargetRightsRule()))
                .isOk("Not known to be missing: Microsoft.StorageCache/caches/read.");
    }

    @Test
    void permissionsUnreadable_areUnknown() {
        var refused = Given.refused(PortOperation.LIST_PERMISSIONS);
        assertOnly(onPolicies().withFailure(AT_GROUP, refused).judgedBy(new CallerTargetRightsRule()))
                .isUnknown("Not checked: LIST_PERMISSIONS answered 403 AuthorizationFailed (The client has no right).");
        assertOnly(onPolicies().withFailure(AT_VAULT, refused).judgedBy(new CallerVaultRightsRule()))
                .isUnknown("Not checked: LIST_PERMISSIONS answered 403 AuthorizationFailed (The client has no right).")
                .hasRemedy("Give the caller the right to read it, or check it by hand.");
    }

    @Test
    void vaultRights_askForWriteOnlyWhenProtectionIsSwitchedOn() {
        var reader = List.of(entry(List.of("Microsoft.KeyVault/vaults/*"), List.of("Microsoft.KeyVault/vaults/write")));
        assertOnly(onPolicies().with(AT_VAULT, reader).judgedBy(new CallerVaultRightsRule()))
                .isOk("Not known to be missing: Microsoft.KeyVault/vaults/read, Microsoft.KeyVault/vaults/keys/read,"
                        + " Microsoft.KeyVault/vaults/keys/versions/read.");
        var consenting = Given.request(
                        Given.cacheBuilder().vaultProtection(Given.CONSENT).build())
                .with(vault(v -> v.purgeProtection = Optional.empty()));
        assertOnly(consenting.with(AT_VAULT, reader).judgedBy(new CallerVaultRightsRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks Microsoft.KeyVault/vaults/write on this scope; Microsoft.KeyVault/vaults/read,"
                                + " Microsoft.KeyVault/vaults/keys/read, Microsoft.KeyVault/vaults/keys/versions/read,"
                                + " Microsoft.KeyVault/vaults/write are needed.");
    }

    @Test
    void grantRightPresent_isNotKnownToBeMissing() {
        assertOnly(onPolicies().with(AT_VAULT, VAULT_CONTRIBUTOR).judgedBy(new CallerGrantRightRule()))
                .isOk("Not known to be missing: " + POLICY_WRITE + ", which giving access needs.");
        assertOnly(onRbac().with(AT_VAULT, OWNER).judgedBy(new CallerGrantRightRule()))
                .isOk("Not known to be missing: " + ROLE_WRITE + ", which giving access needs.");
    }

    @Test
    void grantRightAbsent_blocks() {
        var reader = List.of(entry(List.of("*/read"), List.of()));
        assertOnly(onPolicies().with(AT_VAULT, reader).judgedBy(new CallerGrantRightRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + POLICY_WRITE + " on the vault, which giving the identity access needs.")
                .hasRemedy(
                        "Give the caller Key Vault Contributor on the vault, or name who else authorizes in the request:"
                                + " .authorizer(Authorizer.someoneElse(\"who\")).");
    }

    @Test
    void vaultContributorOnRbacVault_isNotEnough() {
        assertOnly(onRbac().with(AT_VAULT, VAULT_CONTRIBUTOR)
                        .with(AT_KEY, VAULT_CONTRIBUTOR)
                        .judgedBy(new CallerGrantRightRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + ROLE_WRITE
                                + " on the vault and on the key, which giving the identity access needs. Key Vault"
                                + " Contributor is not enough on a vault with Azure RBAC.")
                .hasRemedy(
                        "Give the caller Role Based Access Control Administrator or User Access Administrator on the key or"
                                + " the vault, or name who else authorizes in the request:"
                                + " .authorizer(Authorizer.someoneElse(\"who\")).");
    }

    @Test
    void grantRightUnreadable_blocksOnlyWhereTheDeadlineWouldRun() {
        var refused = Given.refused(PortOperation.LIST_PERMISSIONS);
        assertOnly(onPolicies().withFailure(AT_VAULT, refused).judgedBy(new CallerGrantRightRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "Whether the caller has " + POLICY_WRITE + " on the vault could not be read (LIST_PERMISSIONS"
                                + " answered 403 AuthorizationFailed (The client has no right)); once the resource exists, the"
                                + " time to authorize runs.");
        assertOnly(identityOn(AccessModel.ACCESS_POLICY, List.of())
                        .withFailure(AT_VAULT, refused)
                        .judgedBy(new CallerGrantRightRule()))
                .isUnknown("Not checked: LIST_PERMISSIONS answered 403 AuthorizationFailed (The client has no right).");
        assertOnly(onPolicies().judgedBy(new CallerGrantRightRule())).isUnknown("Not checked: nobody has looked yet.");
    }

    @Test
    void somebodyElseAuthorizing_warnsInsteadOfBlocking() {
        var request = Given.cacheBuilder()
                .authorizer(Authorizer.someoneElse("the vault team"))
                .build();
        assertOnly(Given.request(request)
                        .with(VaultSketch.good())
                        .with(AT_VAULT, List.of())
                        .judgedBy(new CallerGrantRightRule()))
                .isWarning(
                        "Access is given by somebody else, as the request says: 'the vault team', who has 90 minutes after"
                                + " the create.");
    }

    @Test
    void identityWithAccessPolicy_needsNoGrantRight() {
        assertOnly(identityOn(AccessModel.ACCESS_POLICY, List.of(policy("Get", "WrapKey", "UnwrapKey", "list")))
                        .with(AT_VAULT, List.of())
                        .judgedBy(new CallerGrantRightRule()))
                .isOk("Every identity has access already; nothing has to be granted.");
        assertOnly(identityOn(AccessModel.ACCESS_POLICY, List.of(policy("get", "wrapkey")))
                        .with(AT_VAULT, List.of())
                        .judgedBy(new CallerGrantRightRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + POLICY_WRITE + " on the vault, which giving the identity access needs.");
    }

    @Test
    void identityWithRole_needsNoGrantRight() {
        var given = identityOn(AccessModel.RBAC, List.of())
                .with(AT_VAULT, List.of())
                .with(AT_KEY, List.of());
        var role = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
        var rule = new CallerGrantRightRule();
        assertThat(rule.facts(given.situation()))
                .containsExactlyInAnyOrder(new FactKey.Vault(VAULT), AT_VAULT, AT_KEY, IDENTITY_KEY, ASSIGNMENTS);
        assertOnly(given.with(ASSIGNMENTS, List.of(assignment(role, Optional.empty())))
                        .judgedBy(rule))
                .isOk("Every identity has access already; nothing has to be granted.");
        assertOnly(given.with(ASSIGNMENTS, List.of()).judgedBy(rule))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + ROLE_WRITE
                                + " on the vault and on the key, which giving the identity access needs.");
        assertOnly(given.with(ASSIGNMENTS, List.of(assignment(role, Optional.of("@Resource…"))))
                        .judgedBy(rule))
                .isWarning("The caller lacks " + ROLE_WRITE
                        + " on the vault and on the key; should the identity have no access yet, it cannot be given.");
    }

    @Test
    void roleAtTheKeyOnly_isEnoughOnRbacVault() {
        var rule = new CallerGrantRightRule();
        var given = onRbac().with(AT_VAULT, VAULT_CONTRIBUTOR);
        assertThat(rule.facts(given.situation())).contains(AT_KEY);
        assertOnly(given.with(AT_KEY, OWNER).judgedBy(rule))
                .isOk("Not known to be missing: " + ROLE_WRITE + ", which giving access needs.");
        assertThat(rule.facts(onRbac().with(AT_VAULT, OWNER).situation())).doesNotContain(AT_KEY);
    }

    @Test
    void identityNotRead_isNotKnownToNeedAGrant() {
        var given = Given.request(Given.cacheWithIdentity())
                .with(VaultSketch.good())
                .with(AT_VAULT, List.of());
        assertOnly(given.judgedBy(new CallerGrantRightRule()))
                .isWarning("The caller lacks " + POLICY_WRITE
                        + " on the vault; should the identity have no access yet, it cannot be given.");
    }

    @Test
    void waitingCache_needsTheGrantOfItsPrincipal() {
        var waiting = Given.request(Given.authorize()).with(TargetSketch.waiting());
        var granted = vault(v -> v.policies = List.of(policy("get", "wrapkey", "unwrapkey")));
        assertOnly(waiting.with(granted).with(AT_VAULT, List.of()).judgedBy(new CallerGrantRightRule()))
                .isOk("Every identity has access already; nothing has to be granted.");
        assertOnly(waiting.with(VaultSketch.good()).with(AT_VAULT, List.of()).judgedBy(new CallerGrantRightRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + POLICY_WRITE + " on the vault, which giving the identity access needs.");
    }
}
