package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.testkit.journal.ShownTarget;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.storagecache.TargetCopies;
import io.github.hpccachecmk.testkit.world.storagecache.TargetState;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import java.util.List;
import java.util.Optional;

/** A cache or file system to look at, as of the time of each call, and to tamper with; leaves no trace in the journal. */
public final class TargetProbe {
    private final FakeAzure azure;
    private final String id;

    TargetProbe(FakeAzure azure, String id) {
        this.azure = azure;
        this.id = id;
    }

    /** The ARM id. */
    public String id() {
        return id;
    }

    /**
     * Makes copies of it as it is now, each as if it had been made when it was: for worlds of thousands of resources. Access for the copies has
     * to be given before, since a resource that works notices when it has none.
     */
    public void copiedTo(List<TargetCopy> copies) {
        azure.thirdParty(world -> {
            var original = world.resource(id).orElseThrow();
            var next = world;
            for (var copy : copies) {
                next = TargetCopies.add(next, original, copy.name(), copy.keyUrl(), copy.vaultId(), copy.principalId());
            }
            return next;
        });
    }

    /** Whether it exists. */
    public boolean exists() {
        return azure.world().exists(id);
    }

    /** What a GET with the newest api-version shows; empty when it does not exist. */
    public Doc document() {
        return Targets.shown(azure.world(), id);
    }

    /** {@code properties.provisioningState}; empty text without. */
    public String provisioningState() {
        return shown().provisioningState();
    }

    /** {@code properties.health.state}; empty text without. */
    public String health() {
        return shown().health();
    }

    /** {@code properties.health.statusDescription}; empty text without. */
    public String healthText() {
        return document().text("properties.health.statusDescription").orElse("");
    }

    /** Whether it is Succeeded and Healthy (cache) or Available (file system). */
    public boolean isHealthy() {
        return shown().isHealthy();
    }

    /** The key's URL; empty text without a customer-managed key. */
    public String keyUrl() {
        return shown().keyUrl();
    }

    /** The name of the key; empty text without a customer-managed key. */
    public String keyName() {
        return keyUrl().isEmpty() ? "" : KeyUrl.parse(keyUrl()).keyName();
    }

    /** Whether it has a customer-managed key of this name, in any vault and of any version. */
    public boolean isEncryptedWith(String keyName) {
        return !keyUrl().isEmpty() && keyName().equalsIgnoreCase(keyName);
    }

    /** The rotation flag. */
    public boolean autoRotation() {
        return shown().autoRotation();
    }

    /** The system-assigned principal, whether answers show it yet or not; empty text without. */
    public String principalId() {
        return state().map(TargetState::principalId).orElse("");
    }

    /** All that happened in its world so far: {@link FakeAzure#transcript}. */
    public String transcript() {
        return azure.transcript();
    }

    /** Removes it at once, as nobody can but a test. */
    public void vanish() {
        azure.thirdParty(world -> Targets.vanished(world, id));
    }

    /** Lets the service fail it now; {@code AscInternalError} is a code seen in the wild. */
    public void fail(String code, String text) {
        azure.thirdParty(world -> Targets.failed(world, id, azure.now(), code, text));
    }

    /** Gives its system-assigned identity another principal, as a move between tenants does. */
    public void changePrincipal() {
        azure.thirdParty(world -> Targets.withOtherPrincipal(world, id, azure.now()));
    }

    private ShownTarget shown() {
        return ShownTarget.of(id, document());
    }

    private Optional<TargetState> state() {
        return azure.world()
                .resource(id)
                .map(Resource::state)
                .filter(TargetState.class::isInstance)
                .map(TargetState.class::cast);
    }
}
