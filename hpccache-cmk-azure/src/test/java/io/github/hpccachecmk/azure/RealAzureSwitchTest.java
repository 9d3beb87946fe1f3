package io.github.hpccachecmk.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.AccessPort;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.IdentityPort;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.ProviderPort;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The switch of the contracts against real Azure: off by default, each demand by name, writes where they are allowed only. */
class RealAzureSwitchTest {
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/contract-rg";
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "Contract-RG", "contract-vault");
    private static final VaultId OTHER_VAULT = VaultId.of(SUBSCRIPTION, "contract-rg-2", "contract-vault");
    private static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "contract-rg", "contract-cache");
    private static final KeyUrl KEY =
            KeyUrl.parse("https://contract-vault.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef");
    private static final PrincipalId PRINCIPAL = PrincipalId.of("33333333-3333-3333-3333-333333333333");
    private static final CallContext CONTEXT = new CallContext("c0c0c0c0-0000-4000-8000-000000000001");
    private static final EncryptionSettings SETTINGS =
            new EncryptionSettings(KEY, Optional.of(VAULT), Optional.empty());
    private static final Map<String, String> ALL =
            Map.of("CMK_REAL_AZURE", "true", "CMK_REAL_WRITES", "true", "CMK_REAL_WRITE_GROUP_ID", GROUP);

    private final TargetPort targets = mock();
    private final VaultPort vaults = mock();
    private final AccessPort access = mock();
    private final Ports ports = new Ports(
            targets,
            vaults,
            mock(KeyPort.class),
            mock(KeyDataPort.class),
            access,
            mock(IdentityPort.class),
            mock(ProviderPort.class),
            mock(InventoryPort.class),
            new KeyMaterials(KeyMaterialSource.none(), () -> Instant.EPOCH));

    // ---- the switch

    @Test
    void noEnvironment_skipsNamingTheSwitch() {
        assertThatThrownBy(() -> RealContractWorld.of(new RealAzureSwitch(Map.of())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CMK_REAL_AZURE is not set")
                .hasMessageContaining("docs/CONTRACTS.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", "false"})
    void anyOtherValueThanTrue_isOff(String value) {
        assertThatThrownBy(() -> new RealAzureSwitch(Map.of("CMK_REAL_AZURE", value)).requireOn())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void idsWithoutTheSwitch_areNotUsed() {
        assertThatThrownBy(() ->
                        new RealAzureSwitch(Map.of("CMK_REAL_VAULT_ID", VAULT.toString())).require("CMK_REAL_VAULT_ID"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CMK_REAL_AZURE is not set");
    }

    // ---- the ids

    static Stream<Arguments> demands() {
        return Stream.of(
                demand("CMK_REAL_VAULT_ID", world -> world.vault()),
                demand("CMK_REAL_VAULT_ID", world -> world.subscription()),
                demand("CMK_REAL_VAULT_ID", world -> world.group()),
                demand("CMK_REAL_KEY_URL", world -> world.key()),
                demand("CMK_REAL_LOCATION", world -> world.location()),
                demand("CMK_REAL_TENANT_ID", world -> world.tenant()),
                demand("CMK_REAL_RBAC_VAULT_ID", world -> world.rbacVault()),
                demand("CMK_REAL_RBAC_VAULT_ID", world -> world.rbacKeyScope()),
                demand("CMK_REAL_SUBNET_ID", world -> world.subnet()),
                demand("CMK_REAL_IDENTITY_ID", world -> world.identity()),
                demand("CMK_REAL_PRINCIPAL_ID", world -> world.principal()));
    }

    @ParameterizedTest
    @MethodSource("demands")
    void idThatIsMissing_skipsNamingItsVariable(String variable, Consumer<RealContractWorld> demand) {
        var world = world(ALL);

        assertThatThrownBy(() -> demand.accept(world))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(variable + " is not set");
    }

    @Test
    void idThatIsGiven_isUsed() {
        var environment = new HashMap<>(ALL);
        environment.put("CMK_REAL_VAULT_ID", VAULT.toString());

        assertThat(world(environment).vault()).isEqualTo(VAULT);
        assertThat(world(environment).subscription()).isEqualTo(SUBSCRIPTION);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                demand("costs money", world -> world.cacheSpec()),
                demand("costs money", world -> world.createdCache()),
                demand("delete a real vault", RealContractWorld::deleteVault),
                demand("delete a real key", RealContractWorld::deleteKey),
                demand("a second caller", world -> world.strangersPorts()),
                demand("lock", world -> world.lockGroup("CanNotDelete")),
                demand("cannot be made to", world -> world.loseAnswer(PortOperation.GET_VAULT)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void worldThatRealAzureCannotBePutIn_skipsSayingWhy(String reason, Consumer<RealContractWorld> demand) {
        var world = world(ALL);

        assertThatThrownBy(() -> demand.accept(world))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(reason);
        verifyNoInteractions(targets, vaults, access);
    }

    // ---- writes

    static Stream<Arguments> writes() {
        return Stream.of(
                Arguments.of("UPDATE_TARGET", write(p -> p.targets().updateEncryption(CONTEXT, CACHE, SETTINGS))),
                Arguments.of("ADD_ACCESS_POLICY", write(p -> p.vaults().addAccessPolicy(CONTEXT, VAULT, policy()))),
                Arguments.of("CREATE_ROLE_ASSIGNMENT", write(p -> p.access().assign(CONTEXT, grant(VAULT)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void writeThatIsNotAllowed_isNotSent(String operation, Consumer<Ports> write) {
        var guarded = PermittedPorts.of(ports, new RealAzureSwitch(without("CMK_REAL_WRITES")));

        assertThatThrownBy(() -> write.accept(guarded))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(operation)
                .hasMessageContaining("CMK_REAL_WRITES is not set");
        verifyNoInteractions(targets, vaults, access);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void writeWithoutAGroup_isNotSent(String operation, Consumer<Ports> write) {
        var guarded = PermittedPorts.of(ports, new RealAzureSwitch(without("CMK_REAL_WRITE_GROUP_ID")));

        assertThatThrownBy(() -> write.accept(guarded))
                .as(operation)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CMK_REAL_WRITE_GROUP_ID is not set");
        verifyNoInteractions(targets, vaults, access);
    }

    /** A group whose name only begins alike is another one. */
    @Test
    void writeInAnotherGroup_isNotSent() {
        var guarded = PermittedPorts.of(ports, new RealAzureSwitch(ALL));

        assertThatThrownBy(() -> guarded.vaults().addAccessPolicy(CONTEXT, OTHER_VAULT, policy()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(OTHER_VAULT.toString())
                .hasMessageContaining(GROUP);
        assertThatThrownBy(() -> guarded.access().assign(CONTEXT, grant(OTHER_VAULT)))
                .isInstanceOf(TestAbortedException.class);
        verifyNoInteractions(vaults, access);
    }

    @Test
    void writeInTheGroupThatIsNamed_isSent() {
        var guarded = PermittedPorts.of(ports, new RealAzureSwitch(ALL));

        guarded.vaults().addAccessPolicy(CONTEXT, VAULT, policy());
        guarded.access().assign(CONTEXT, grant(VAULT));
        guarded.targets().updateEncryption(CONTEXT, CACHE, SETTINGS);

        verify(vaults).addAccessPolicy(CONTEXT, VAULT, policy());
        verify(access).assign(CONTEXT, grant(VAULT));
        verify(targets).updateEncryption(CONTEXT, CACHE, SETTINGS);
    }

    @Test
    void whatCostsMoneyOrCannotBeUndone_isNeverSent() {
        var guarded = PermittedPorts.of(ports, new RealAzureSwitch(ALL));
        var spec = new TargetSpec(
                CACHE,
                "eastus",
                Map.of(),
                "Standard_2G",
                List.of(),
                ManagedIdentity.systemAssigned(),
                SETTINGS,
                Map.of());

        assertThatThrownBy(() -> guarded.targets().create(CONTEXT, spec)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> guarded.vaults().protect(CONTEXT, VAULT)).isInstanceOf(TestAbortedException.class);
        verifyNoInteractions(targets, vaults);
    }

    @Test
    void reads_goThroughWithoutTheConsentToWrite() {
        PermittedPorts.of(ports, new RealAzureSwitch(Map.of())).vaults().get(CONTEXT, VAULT);

        verify(vaults).get(any(), any());
    }

    // ---- helpers

    private RealContractWorld world(Map<String, String> environment) {
        return new RealContractWorld(new RealAzureSwitch(environment), ports, List.of());
    }

    private static Map<String, String> without(String variable) {
        var environment = new HashMap<>(ALL);
        environment.remove(variable);
        return environment;
    }

    private static AccessPolicy policy() {
        return new AccessPolicy(
                TenantId.of("22222222-2222-2222-2222-222222222222"), PRINCIPAL, Optional.empty(), Set.of("get"));
    }

    private static RoleGrant grant(VaultId vault) {
        return new RoleGrant(vault.keyScope("k"), new UUID(1, 2), PRINCIPAL, "role");
    }

    private static Arguments demand(String expected, Consumer<RealContractWorld> demand) {
        return Arguments.of(expected, demand);
    }

    private static Consumer<Ports> write(Consumer<Ports> write) {
        return write;
    }
}
