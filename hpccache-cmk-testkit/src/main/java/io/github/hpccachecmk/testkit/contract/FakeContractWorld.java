package io.github.hpccachecmk.testkit.contract;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.FaultScript;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The world of one contract test in memory: all that a contract needs can be had. */
final class FakeContractWorld extends ContractWorld {
    private static final String VAULT = "contract-policy";
    private static final String RBAC_VAULT = "contract-rbac";
    private static final String KEY = "contract-key";
    private static final String STRANGER = "stranger";
    private static final String READER = "reader";
    private static final Duration UNTIL_HEALTHY = Duration.ofHours(1);

    private final FakeAzure azure = FakeAzure.create();
    private final CallContext context = new CallContext("c0c0c0c0-0000-4000-8000-000000000001");
    private final Ports ports;
    private final Ports strangersPorts;
    private final Ports readersPorts;
    private final KeyUrl key;
    private long begun;

    FakeContractWorld(BiFunction<FakeAzure, String, Ports> binding) {
        azure.timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.immediate());
        azure.vault(VAULT).withRsaKey(KEY, 2048);
        azure.vault(RBAC_VAULT).rbac().withRsaKey(KEY, 2048);
        azure.principal(STRANGER);
        azure.principal(READER).may("*/read");
        key = KeyUrl.parse(azure.vault(VAULT).keyUrl(KEY));
        allowOwnerOnDataPlane();
        ports = binding.apply(azure, FakeAzure.OWNER);
        strangersPorts = binding.apply(azure, STRANGER);
        readersPorts = binding.apply(azure, READER);
        begun();
    }

    private void allowOwnerOnDataPlane() {
        var entry = Map.of(
                "tenantId",
                azure.tenant(),
                "objectId",
                azure.principal(FakeAzure.OWNER).objectId(),
                "permissions",
                Map.of(
                        "keys",
                        List.of(
                                "get",
                                "list",
                                "delete",
                                "import",
                                "getrotationpolicy",
                                "setrotationpolicy",
                                "rotate",
                                "update",
                                "recover")));
        send(WireRequest.arm(
                "PUT",
                vault() + "/accessPolicies/add",
                "2026-02-01",
                Map.of("properties", Map.of("accessPolicies", List.of(entry))),
                FakeAzure.OWNER));
    }

    private void send(WireRequest request) {
        var answer = azure.answer(request);
        if (!answer.isSuccess()) {
            throw new IllegalStateException(request + " was answered " + answer);
        }
    }

    /** Counts calls from here on. */
    @Override
    public ContractWorld begun() {
        begun = azure.journal().last();
        return this;
    }

    // ---- ports

    /** The ports of a caller who may do everything. */
    @Override
    public Ports ports() {
        return ports;
    }

    /** The ports of a caller who may do nothing. */
    @Override
    public Ports strangersPorts() {
        return strangersPorts;
    }

    /** The ports of a caller who may read on the control plane. */
    @Override
    public Ports readersPorts() {
        return readersPorts;
    }

    @Override
    public CallContext context() {
        return context;
    }

    // ---- what exists

    @Override
    public String subscription() {
        return azure.subscription();
    }

    @Override
    public String location() {
        return FakeAzure.DEFAULT_LOCATION;
    }

    @Override
    public TenantId tenant() {
        return TenantId.of(azure.tenant());
    }

    @Override
    public ResourceGroupId group() {
        return ResourceGroupId.of(subscription(), FakeAzure.DEFAULT_GROUP);
    }

    /** A vault with access policies, with the key, without purge protection. */
    @Override
    public VaultId vault() {
        return VaultId.parse(azure.id("Microsoft.KeyVault/vaults", VAULT));
    }

    @Override
    public VaultId unprotectedVault() {
        return vault();
    }

    /** The first version of the key in the vault. */
    @Override
    public KeyUrl key() {
        return key;
    }

    @Override
    public VaultId rbacVault() {
        return VaultId.parse(azure.id("Microsoft.KeyVault/vaults", RBAC_VAULT));
    }

    @Override
    public ResourceId rbacKeyScope() {
        return rbacVault().keyScope(KEY);
    }

    @Override
    public SubnetId subnet() {
        return SubnetId.parse(azure.subnet());
    }

    @Override
    public UserAssignedIdentityId identity() {
        return UserAssignedIdentityId.parse(azure.identity("contract-identity").id());
    }

    /** A service principal without any access. */
    @Override
    public PrincipalId principal() {
        return PrincipalId.of(azure.identity("contract-identity").principalId());
    }

    /** The id of a cache that does not exist at first. */
    @Override
    public CacheId cache() {
        return CacheId.of(subscription(), FakeAzure.DEFAULT_GROUP, "contract-cache");
    }

    /** The id of a file system that does not exist at first. */
    @Override
    public FileSystemId fileSystem() {
        return FileSystemId.of(subscription(), FakeAzure.DEFAULT_GROUP, "contract-fs");
    }

    @Override
    public Instant now() {
        return azure.now();
    }

    // ---- what a test needs besides

    /** A create that the service accepts; the vault is protected for it. */
    @Override
    public TargetSpec cacheSpec() {
        azure.vault(VAULT).purgeProtection(true);
        return new TargetSpec(
                cache(),
                location(),
                Map.of("team", "render"),
                "Standard_2G",
                List.of(),
                ManagedIdentity.systemAssigned(),
                encryption(),
                Map.of("cacheSizeGB", 3072, "subnet", azure.subnet()));
    }

    /** A create that the service accepts; the vault is protected for it. */
    @Override
    public TargetSpec fileSystemSpec() {
        azure.vault(VAULT).purgeProtection(true);
        return new TargetSpec(
                fileSystem(),
                location(),
                Map.of(),
                "AMLFS-Durable-Premium-250",
                List.of("1"),
                ManagedIdentity.userAssigned(identity()),
                encryption(),
                Map.of(
                        "storageCapacityTiB", 8,
                        "filesystemSubnet", azure.subnet(),
                        "maintenanceWindow", Map.of("dayOfWeek", "Friday", "timeOfDayUTC", "22:00")));
    }

    private EncryptionSettings encryption() {
        return new EncryptionSettings(key, Optional.of(vault()), Optional.empty());
    }

    /** The cache is there and being created; the answer is where its create can be followed. */
    @Override
    public OperationUrl createdCache() {
        return ports.targets().create(context, cacheSpec()).value().operation().orElseThrow();
    }

    /** The cache is there and healthy. */
    @Override
    public OperationUrl healthyCache() {
        var operation = createdCache();
        var principal =
                ports.targets().get(context, cache()).value().orElseThrow().principal();
        ports.vaults()
                .addAccessPolicy(
                        context,
                        vault(),
                        new AccessPolicy(
                                tenant(),
                                principal.orElseThrow(),
                                Optional.empty(),
                                Set.of("get", "wrapkey", "unwrapkey")));
        azure.advance(UNTIL_HEALTHY);
        if (!azure.cache(cache().name()).isHealthy()) {
            throw new IllegalStateException(
                    "The cache is not healthy: " + azure.cache(cache().name()).document());
        }
        return operation;
    }

    @Override
    public KeyUrl newKeyVersion() {
        azure.vault(VAULT).withNewVersion(KEY);
        return KeyUrl.parse(azure.vault(VAULT).keyUrl(KEY));
    }

    @Override
    public void deleteVault() {
        send(WireRequest.arm("DELETE", vault().toString(), "2026-02-01", null, FakeAzure.OWNER));
    }

    @Override
    public void deleteKey() {
        azure.vault(VAULT).keyDeleted(key.keyName());
    }

    @Override
    public void lockGroup(String level) {
        azure.lock(group().toString(), level);
    }

    // ---- what goes wrong with the next call of an operation

    @Override
    public void throttle(PortOperation operation, Duration retryAfter) {
        next(operation).throttle(Math.toIntExact(retryAfter.toSeconds()));
    }

    @Override
    public void refuse(PortOperation operation, int status, String code, String message) {
        next(operation).answer(status, code, message);
    }

    @Override
    public void loseAnswer(PortOperation operation) {
        next(operation).loseAnswerAfterEffect();
    }

    @Override
    public void reset(PortOperation operation) {
        next(operation).resetAfterEffect();
    }

    /** Fills itself with the requests of an operation from here on, which go their way. */
    @Override
    public List<WireRequest> requestsOf(PortOperation operation) {
        var seen = new ArrayList<WireRequest>();
        azure.faults()
                .on(operation)
                .when(request -> {
                    seen.add(request);
                    return false;
                })
                .loseRequest();
        return seen;
    }

    /** An empty page, whose next page is where the request went. */
    @Override
    public void answerEmptyPage(PortOperation operation, WireRequest request) {
        var link = new StringBuilder("https://" + request.host() + request.path() + "?$skiptoken=0");
        request.query()
                .forEach((name, value) -> link.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        next(operation).answer(WireResponse.of(200, Map.of("value", List.of(), "nextLink", link.toString())));
    }

    /** A call without a token only fetches the challenge of a vault. */
    private FaultScript next(PortOperation operation) {
        return azure.faults().on(operation).when(request -> !request.principal().isEmpty());
    }

    // ---- what was called since the test began

    @Override
    public int count(PortOperation operation) {
        return Math.toIntExact(calls().stream()
                .filter(call -> call.operation().equals(operation.name()))
                .count());
    }

    @Override
    public int countAll() {
        return calls().size();
    }

    @Override
    public Optional<String> correlationId(PortOperation operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(operation.name()))
                .map(JournalEntry::correlationId)
                .findFirst();
    }

    /** The calls in words, for the message of a failed test. */
    @Override
    public String journal() {
        return azure.journal().after(begun).timeline();
    }

    private List<JournalEntry> calls() {
        return azure.journal().after(begun).entries().stream()
                .filter(call -> !call.principal().isEmpty())
                .toList();
    }
}
