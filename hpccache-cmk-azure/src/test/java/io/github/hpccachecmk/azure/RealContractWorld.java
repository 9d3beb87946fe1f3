package io.github.hpccachecmk.azure;

import static org.junit.jupiter.api.Assumptions.abort;

import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.contract.ContractWorld;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real Azure, as far as the ids in the environment reach. It cannot be made to fail, and has one caller. */
final class RealContractWorld extends ContractWorld {
    private final RealAzureSwitch environment;
    private final CallContext context = new CallContext(UUID.randomUUID().toString());
    private final List<RemoteCall> heard;
    private final Ports ports;

    /** Over any ports, whose calls are heard in a list. */
    RealContractWorld(RealAzureSwitch environment, Ports ports, List<RemoteCall> heard) {
        this.environment = environment;
        this.heard = heard;
        this.ports = PermittedPorts.of(ports, environment);
    }

    /** Makes no call yet; skips the test unless the switch is on. */
    static RealContractWorld of(RealAzureSwitch environment) {
        environment.requireOn();
        var heard = new CopyOnWriteArrayList<RemoteCall>();
        var azure = new AzurePorts();
        azure.credential(new DefaultAzureCredentialBuilder().build());
        azure.addListener(heard::add);
        return new RealContractWorld(environment, azure.build(InstantSource.system()), heard);
    }

    @Override
    public ContractWorld begun() {
        heard.clear();
        return this;
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public Ports strangersPorts() {
        return abort("a second caller without rights is needed, and real Azure is called by one");
    }

    @Override
    public Ports readersPorts() {
        return abort("a second caller who may only read is needed, and real Azure is called by one");
    }

    @Override
    public CallContext context() {
        return context;
    }

    // ---- what exists

    @Override
    public String subscription() {
        return vault().resourceId().subscription();
    }

    @Override
    public String location() {
        return environment.require("CMK_REAL_LOCATION");
    }

    @Override
    public TenantId tenant() {
        return TenantId.of(environment.require("CMK_REAL_TENANT_ID"));
    }

    @Override
    public ResourceGroupId group() {
        return vault().resourceId().group();
    }

    @Override
    public VaultId vault() {
        return VaultId.parse(environment.require("CMK_REAL_VAULT_ID"));
    }

    @Override
    public VaultId unprotectedVault() {
        return abort("a vault that was never protected is needed, and that of a real key is");
    }

    @Override
    public KeyUrl key() {
        return KeyUrl.parse(environment.require("CMK_REAL_KEY_URL"));
    }

    @Override
    public VaultId rbacVault() {
        return VaultId.parse(environment.require("CMK_REAL_RBAC_VAULT_ID"));
    }

    @Override
    public ResourceId rbacKeyScope() {
        return rbacVault().keyScope(environment.require("CMK_REAL_RBAC_KEY_NAME"));
    }

    @Override
    public SubnetId subnet() {
        return SubnetId.parse(environment.require("CMK_REAL_SUBNET_ID"));
    }

    @Override
    public UserAssignedIdentityId identity() {
        return UserAssignedIdentityId.parse(environment.require("CMK_REAL_IDENTITY_ID"));
    }

    @Override
    public PrincipalId principal() {
        return PrincipalId.of(environment.require("CMK_REAL_PRINCIPAL_ID"));
    }

    @Override
    public CacheId cache() {
        return CacheId.of(subscription(), group().name(), "cmk-contract-no-such-cache");
    }

    @Override
    public FileSystemId fileSystem() {
        return FileSystemId.of(subscription(), group().name(), "cmk-contract-no-such-fs");
    }

    @Override
    public Instant now() {
        return abort("the service's clock is needed, and that of real Azure cannot be read apart from an answer");
    }

    // ---- what a test needs besides

    @Override
    public TargetSpec cacheSpec() {
        return abort(paid("a cache"));
    }

    @Override
    public TargetSpec fileSystemSpec() {
        return abort(paid("a file system"));
    }

    @Override
    public OperationUrl createdCache() {
        return abort(paid("a cache"));
    }

    @Override
    public OperationUrl healthyCache() {
        return abort(paid("a healthy cache"));
    }

    private static String paid(String what) {
        return "would make " + what + " in real Azure, which costs money and which nothing here deletes";
    }

    @Override
    public KeyUrl newKeyVersion() {
        return abort("would give a real key a new version, which services that rotate would switch to");
    }

    @Override
    public void deleteVault() {
        abort("would delete a real vault");
    }

    @Override
    public void deleteKey() {
        abort("would delete a real key");
    }

    @Override
    public void lockGroup(String level) {
        abort("would lock a real resource group");
    }

    // ---- what goes wrong

    @Override
    public void throttle(PortOperation operation, Duration retryAfter) {
        cannotFail("be throttled");
    }

    @Override
    public void refuse(PortOperation operation, int status, String code, String message) {
        cannotFail("refuse a call");
    }

    @Override
    public void loseAnswer(PortOperation operation) {
        cannotFail("lose an answer");
    }

    @Override
    public void reset(PortOperation operation) {
        cannotFail("reset a connection");
    }

    @Override
    public List<WireRequest> requestsOf(PortOperation operation) {
        return abort("needs a page of any size, which real Azure cannot be asked for");
    }

    @Override
    public void answerEmptyPage(PortOperation operation, WireRequest request) {
        cannotFail("answer with an empty page");
    }

    private static void cannotFail(String how) {
        abort("real Azure cannot be made to " + how);
    }

    // ---- what was called

    @Override
    public int count(PortOperation operation) {
        return Math.toIntExact(heard.stream()
                .filter(call -> call.operation().equals(operation.name()))
                .count());
    }

    @Override
    public int countAll() {
        return heard.size();
    }

    @Override
    public Optional<String> correlationId(PortOperation operation) {
        return heard.stream()
                .filter(call -> call.operation().equals(operation.name()))
                .map(RemoteCall::correlationId)
                .findFirst();
    }

    @Override
    public String journal() {
        return heard.toString();
    }
}
