package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ports of the core over an Azure in memory: each port method is one request to it, built as the REST interface wants it,
 * and the answer read back. Nothing here knows a rule of a service. Thread-safe as far as the Azure in memory is.
 */
public final class PortFace {
    private PortFace() {}

    /**
     * The ports for a caller.
     *
     * @param azure what they talk to
     * @param caller the name of a caller of {@code azure}, for example {@link FakeAzure#OWNER}
     * @return new ports; as many as wanted can talk to one Azure
     */
    public static Ports of(FakeAzure azure, String caller) {
        return of(azure, caller, KeyMaterialSource.none());
    }

    /**
     * The ports for a caller who brings key material along.
     *
     * @param azure what they talk to
     * @param caller the name of a caller of {@code azure}
     * @param material where key material to import comes from
     * @return new ports
     */
    public static Ports of(FakeAzure azure, String caller, KeyMaterialSource material) {
        return over(azure::call, azure::now, caller, material);
    }

    /**
     * The ports over anything that serves requests: a search, say, that forks worlds and has its own clock.
     *
     * @param services takes a request, gives what the caller gets; what it throws passes through
     * @param clock the caller's own time, for answers without {@code Date} and calls without answer
     * @param caller the name of a caller of the world behind {@code services}
     */
    public static Ports over(Function<WireRequest, WireOutcome> services, Supplier<Instant> clock, String caller) {
        return over(services, clock, caller, KeyMaterialSource.none());
    }

    /**
     * The same with key material.
     *
     * @param services as above
     * @param clock as above
     * @param caller as above
     * @param material where key material to import comes from
     */
    public static Ports over(
            Function<WireRequest, WireOutcome> services,
            Supplier<Instant> clock,
            String caller,
            KeyMaterialSource material) {
        var materials = new KeyMaterials(material, clock::get);
        var rest = new RestCalls(services, clock, caller);
        var urls = new ArmUrls(Cloud.PUBLIC.armEndpoint());
        return new Ports(
                new TargetsFace(rest, urls),
                new VaultsFace(rest, urls),
                new KeysFace(rest, urls),
                new KeyDataFace(rest, materials),
                new AccessFace(rest, urls),
                new IdentitiesFace(rest, urls),
                new ProvidersFace(rest, urls),
                new InventoryFace(rest, urls),
                materials);
    }
}
