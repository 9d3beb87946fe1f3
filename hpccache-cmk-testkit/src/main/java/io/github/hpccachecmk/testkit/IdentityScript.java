package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;

/** Says what a user-assigned identity is like. Every method changes the world at once. */
public final class IdentityScript {
    private final FakeAzure azure;
    private final String id;

    IdentityScript(FakeAzure azure, String id) {
        this.azure = azure;
        this.id = id;
    }

    IdentityScript ensure() {
        azure.thirdParty(world -> world.exists(id) ? world : made(world));
        return this;
    }

    private World made(World world) {
        World next = world.next();
        IdentityState state = new IdentityState(next.guid("principal of " + id), next.guid("client of " + id));
        Doc properties = Doc.of(
                "isolationScope", "None",
                "tenantId", azure.tenant(),
                "principalId", state.principalId(),
                "clientId", state.clientId());
        Doc document = Doc.of(
                "location",
                FakeAzure.DEFAULT_LOCATION,
                "tags",
                Doc.empty(),
                "properties",
                properties,
                "systemData",
                Doc.of("createdAt", SystemData.time(azure.now())));
        return next.with(new Resource(id, document, state))
                .with(new DirectoryPrincipal(state.principalId(), "ServicePrincipal", true));
    }

    /** The ARM id. */
    public String id() {
        return id;
    }

    /** Its principal. */
    public String principalId() {
        return azure.world()
                .state(id, IdentityState.class)
                .map(IdentityState::principalId)
                .orElse("");
    }

    /** Deletes it and makes it again under the same id: it has another principal then. */
    public IdentityScript madeAgain() {
        azure.thirdParty(world -> made(world.without(id)));
        return this;
    }

    /** Deletes it. */
    public void deleted() {
        azure.thirdParty(world -> world.without(id));
    }
}
