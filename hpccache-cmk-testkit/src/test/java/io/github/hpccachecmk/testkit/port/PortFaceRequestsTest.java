package io.github.hpccachecmk.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that port methods send, against the paths and versions of the REST specifications. */
class PortFaceRequestsTest {
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg";
    private static final String PROVIDERS = "/subscriptions/" + SUBSCRIPTION + "/providers/";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk";
    private static final String VERSION = "0123456789abcdef0123456789abcdef";
    private static final VaultId VAULT_ID = VaultId.parse(VAULT);
    private static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "rg", "c1");
    private static final KeyUrl KEY = KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k1/" + VERSION);
    private static final PrincipalId PRINCIPAL = PrincipalId.of("00000000-0000-0000-0000-00000000000a");
    private static final TenantId TENANT = TenantId.of("00000000-0000-0000-0000-00000000000b");
    private static final UUID GRANT = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    private static final String ROLE = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private static final CallContext CONTEXT = new CallContext("correlation-1");
    private static final Optional<String> FIRST = Optional.empty();

    private final List<WireRequest> seen = new ArrayList<>();
    private final Ports ports = PortFace.over(
            request -> {
                seen.add(request);
                return new WireOutcome.Answered(WireResponse.of(500, Doc.of("error", Doc.of("code", "Stop"))));
            },
            () -> Instant.EPOCH,
            "alice");

    static Stream<Arguments> requests() {
        return Stream.of(
                row("GET", CACHE.toString(), "2026-01-01", p -> p.targets().get(CONTEXT, CACHE)),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.StorageCache/caches",
                        "2026-01-01",
                        p -> p.targets()
                                .list(CONTEXT, TargetKind.HPC_CACHE, ResourceGroupId.of(SUBSCRIPTION, "rg"), FIRST)),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.StorageCache/amlFilesystems",
                        "2026-01-01",
                        p -> p.targets()
                                .list(
                                        CONTEXT,
                                        TargetKind.MANAGED_LUSTRE,
                                        ResourceGroupId.of(SUBSCRIPTION, "rg"),
                                        FIRST)),
                row("PUT", CACHE.toString(), "2026-01-01", p -> p.targets().create(CONTEXT, spec())),
                row(
                        "PATCH",
                        GROUP + "/providers/Microsoft.StorageCache/amlFilesystems/fs1",
                        "2026-01-01",
                        p -> p.targets()
                                .updateEncryption(
                                        CONTEXT,
                                        FileSystemId.of(SUBSCRIPTION, "rg", "fs1"),
                                        new EncryptionSettings(KEY, Optional.of(VAULT_ID), Optional.empty()))),
                row("GET", VAULT, "2026-02-01", p -> p.vaults().get(CONTEXT, VAULT_ID)),
                row("PATCH", VAULT, "2026-02-01", p -> p.vaults().protect(CONTEXT, VAULT_ID)),
                row(
                        "PUT",
                        VAULT + "/accessPolicies/add",
                        "2026-02-01",
                        p -> p.vaults().addAccessPolicy(CONTEXT, VAULT_ID, policy())),
                row(
                        "GET",
                        PROVIDERS + "Microsoft.KeyVault/locations/eastus/deletedVaults/contoso-cmk",
                        "2026-02-01",
                        p -> p.vaults().getDeleted(CONTEXT, SUBSCRIPTION, "eastus", "contoso-cmk")),
                row("GET", VAULT + "/keys/k1", "2026-02-01", p -> p.keys().get(CONTEXT, VAULT_ID, "k1")),
                row(
                        "GET",
                        VAULT + "/keys/k1/versions/" + VERSION,
                        "2026-02-01",
                        p -> p.keys().getVersion(CONTEXT, VAULT_ID, "k1", VERSION)),
                row("GET", "/keys/k1/" + VERSION, "7.6", p -> p.keyData().read(CONTEXT, KEY)),
                row("GET", "/keys/k1", "7.6", p -> p.keyData().read(CONTEXT, KEY.withoutVersion())),
                row("GET", "/deletedkeys/k1", "7.6", p -> p.keyData().readDeleted(CONTEXT, KEY)),
                row(
                        "GET",
                        VAULT + "/providers/Microsoft.Authorization/roleAssignments",
                        "2022-04-01",
                        p -> p.access().list(CONTEXT, VAULT_ID.resourceId(), PRINCIPAL, FIRST)),
                row(
                        "PUT",
                        VAULT + "/keys/k1/providers/Microsoft.Authorization/roleAssignments/" + GRANT,
                        "2022-04-01",
                        p -> p.access().assign(CONTEXT, grant())),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.Authorization/permissions",
                        "2022-04-01",
                        p -> p.access().permissions(CONTEXT, GROUP, FIRST)),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.Authorization/locks",
                        "2020-05-01",
                        p -> p.access().locks(CONTEXT, GROUP, FIRST)),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1",
                        "2023-01-31",
                        p -> p.identities().get(CONTEXT, UserAssignedIdentityId.of(SUBSCRIPTION, "rg", "id1"))),
                row(
                        "GET",
                        PROVIDERS + "Microsoft.StorageCache",
                        "2021-04-01",
                        p -> p.providers().provider(CONTEXT, SUBSCRIPTION, "Microsoft.StorageCache")),
                row(
                        "GET",
                        PROVIDERS + "Microsoft.StorageCache/skus",
                        "2026-01-01",
                        p -> p.providers().skus(CONTEXT, SUBSCRIPTION, FIRST)),
                row(
                        "GET",
                        PROVIDERS + "Microsoft.StorageCache/locations/eastus/usages",
                        "2026-01-01",
                        p -> p.providers().usages(CONTEXT, SUBSCRIPTION, "eastus", FIRST)),
                row(
                        "GET",
                        GROUP + "/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
                        "2024-05-01",
                        p -> p.providers().subnet(CONTEXT, SubnetId.of(SUBSCRIPTION, "rg", "v", "s"))));
    }

    private static Arguments row(String method, String path, String version, Consumer<Ports> call) {
        return Arguments.of(method, path, version, call);
    }

    private static TargetSpec spec() {
        return new TargetSpec(
                CACHE,
                "eastus",
                Map.of(),
                "Standard_2G",
                List.of(),
                ManagedIdentity.systemAssigned(),
                new EncryptionSettings(KEY, Optional.of(VAULT_ID), Optional.empty()),
                Map.of("cacheSizeGB", 3072));
    }

    private static AccessPolicy policy() {
        return new AccessPolicy(TENANT, PRINCIPAL, Optional.empty(), Set.of("get", "wrapKey", "unwrapKey"));
    }

    private static RoleGrant grant() {
        return new RoleGrant(VAULT_ID.keyScope("k1"), GRANT, PRINCIPAL, ROLE);
    }

    private void attempt(Consumer<Ports> call) {
        try {
            call.accept(ports);
        } catch (RemoteException stopped) {
            assertThat(stopped.failure().serviceCode()).isEqualTo("Stop");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void portMethod_sendsOneRequestOfItsRestOperation(
            String method, String path, String version, Consumer<Ports> call) {
        attempt(call);

        assertThat(seen).hasSize(1);
        var request = seen.get(0);
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.parameter("api-version")).contains(version);
        assertThat(request.host())
                .isEqualTo(path.startsWith("/subscriptions/") ? "management.azure.com" : "contoso-cmk.vault.azure.net");
        assertThat(request.principal()).isEqualTo("alice");
        assertThat(request.header("x-ms-correlation-request-id")).contains("correlation-1");
    }

    @Test
    void protect_namesTheTwoSwitchesAndNothingElse() {
        attempt(p -> p.vaults().protect(CONTEXT, VAULT_ID));

        assertThat(seen.get(0).document())
                .isEqualTo(Map.of("properties", Map.of("enableSoftDelete", true, "enablePurgeProtection", true)));
    }

    @Test
    void accessPolicy_isSentAsOneEntryWithKeyPermissionsOnly() {
        attempt(p -> p.vaults().addAccessPolicy(CONTEXT, VAULT_ID, policy()));

        assertThat(seen.get(0).document())
                .isEqualTo(Map.of(
                        "properties",
                        Map.of(
                                "accessPolicies",
                                List.of(Map.of(
                                        "tenantId", TENANT.toString(),
                                        "objectId", PRINCIPAL.toString(),
                                        "permissions", Map.of("keys", List.of("get", "unwrapkey", "wrapkey")))))));
    }

    @Test
    void roleAssignment_saysThatThePrincipalIsAServicePrincipal() {
        attempt(p -> p.access().assign(CONTEXT, grant()));

        assertThat(seen.get(0).document().object("properties"))
                .isEqualTo(Map.of(
                        "roleDefinitionId",
                        PROVIDERS + "Microsoft.Authorization/roleDefinitions/" + ROLE,
                        "principalId",
                        PRINCIPAL.toString(),
                        "principalType",
                        "ServicePrincipal"));
    }

    @Test
    void roleAssignments_areAskedForByPrincipal() {
        attempt(p -> p.access().list(CONTEXT, VAULT_ID.resourceId(), PRINCIPAL, FIRST));

        assertThat(seen.get(0).parameter("$filter")).contains("assignedTo('" + PRINCIPAL + "')");
    }

    @Test
    void operationUrl_isFollowedVerbatim() {
        var url = "https://management.azure.com" + PROVIDERS
                + "Microsoft.StorageCache/locations/eastus/ascOperations/op1?api-version=2026-01-01&t=1&c=ab_-&s=x%2By&h=z";

        attempt(p -> p.targets().operationStatus(CONTEXT, new OperationUrl(url)));

        assertThat(seen.get(0).query())
                .containsOnly(
                        Map.entry("api-version", "2026-01-01"),
                        Map.entry("t", "1"),
                        Map.entry("c", "ab_-"),
                        Map.entry("s", "x+y"),
                        Map.entry("h", "z"));
    }

    @Test
    void nextPage_isAskedForAtItsOwnAddress() {
        var link = "https://management.azure.com" + PROVIDERS
                + "Microsoft.StorageCache/skus?api-version=2026-01-01&$skipToken=abc";

        attempt(p -> p.providers().skus(CONTEXT, SUBSCRIPTION, Optional.of(link)));

        assertThat(seen.get(0).parameter("$skipToken")).contains("abc");
        assertThat(seen).hasSize(1);
    }
}
