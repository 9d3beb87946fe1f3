package io.github.hpccachecmk.testkit.contract;

import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
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
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.FakeKeyMaterial;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The world of one contract test: what exists in it, what can be made to go wrong, and what was called. A world that cannot
 * give what a test asks of it aborts the test with the reason, by {@link org.junit.jupiter.api.Assumptions#abort(String)}: the
 * test counts as skipped. Used by one thread.
 */
public abstract class ContractWorld {
    /** The name of what {@link #keyMaterial} has. */
    public static final String MATERIAL = "contract-key";

    private static final KeyMaterialSource SOURCE = FakeKeyMaterial.empty().withRsaKey(MATERIAL, 2048);

    /** For subclasses. */
    protected ContractWorld() {}

    /**
     * A new world in memory, in which every contract can be tested.
     *
     * @param binding makes the ports under test, given what they talk to and the name of the caller whose credential they use
     * @return a world of its own
     */
    public static ContractWorld inMemory(BiFunction<FakeAzure, String, Ports> binding) {
        return new FakeContractWorld(binding);
    }

    /**
     * Key material that bindings under test bring along; it has an RSA key of 2048 bits named {@value #MATERIAL}.
     *
     * @return always the same
     */
    public static KeyMaterialSource keyMaterial() {
        return SOURCE;
    }

    /** Counts calls from here on. */
    public abstract ContractWorld begun();

    /** The ports of a caller who may do everything. */
    public abstract Ports ports();

    /** The ports of a caller who may do nothing. */
    public abstract Ports strangersPorts();

    /** The ports of a caller who may read on the control plane. */
    public abstract Ports readersPorts();

    /** What every call is made with. */
    public abstract CallContext context();

    /** The subscription of all that exists. */
    public abstract String subscription();

    /** The region of all that exists. */
    public abstract String location();

    /** The tenant of vault and identity. */
    public abstract TenantId tenant();

    /** The resource group of what exists and of what is made. */
    public abstract ResourceGroupId group();

    /** A vault with access policies, with the key. */
    public abstract VaultId vault();

    /** {@link #vault}, of which it is certain that purge protection was never switched on. */
    public abstract VaultId unprotectedVault();

    /** The first version of the key in the vault. */
    public abstract KeyUrl key();

    /** A vault with roles, with the key. */
    public abstract VaultId rbacVault();

    /** The scope of the key in {@link #rbacVault}. */
    public abstract ResourceId rbacKeyScope();

    /** A subnet that exists. */
    public abstract SubnetId subnet();

    /** A user-assigned identity that exists. */
    public abstract UserAssignedIdentityId identity();

    /** A service principal without any access. */
    public abstract PrincipalId principal();

    /** The id of a cache that does not exist at first. */
    public abstract CacheId cache();

    /** The id of a file system that does not exist at first. */
    public abstract FileSystemId fileSystem();

    /** The service's time. */
    public abstract Instant now();

    /** A create that the service accepts; the vault is protected for it. */
    public abstract TargetSpec cacheSpec();

    /** A create that the service accepts; the vault is protected for it. */
    public abstract TargetSpec fileSystemSpec();

    /** The cache is there and being created; the answer is where its create can be followed. */
    public abstract OperationUrl createdCache();

    /** The cache is there and healthy; the answer is where its create could be followed. */
    public abstract OperationUrl healthyCache();

    /** Gives the key a newer version. */
    public abstract KeyUrl newKeyVersion();

    /** Deletes the vault. */
    public abstract void deleteVault();

    /** Deletes the key. */
    public abstract void deleteKey();

    /** Locks the group. */
    public abstract void lockGroup(String level);

    /** The next call is throttled. */
    public abstract void throttle(PortOperation operation, Duration retryAfter);

    /** The next call is refused. */
    public abstract void refuse(PortOperation operation, int status, String code, String message);

    /** The next call has its effect and no answer. */
    public abstract void loseAnswer(PortOperation operation);

    /** The next call has its effect and its connection is reset. */
    public abstract void reset(PortOperation operation);

    /** Fills itself with the requests of an operation from here on, which go their way. */
    public abstract List<WireRequest> requestsOf(PortOperation operation);

    /** An empty page, whose next page is where the request went. */
    public abstract void answerEmptyPage(PortOperation operation, WireRequest request);

    /** How often the operation was called. */
    public abstract int count(PortOperation operation);

    /** How many calls there were. */
    public abstract int countAll();

    /** The correlation id that the first call of an operation carried. */
    public abstract Optional<String> correlationId(PortOperation operation);

    /** The calls in words, for the message of a failed test. */
    public abstract String journal();
}
