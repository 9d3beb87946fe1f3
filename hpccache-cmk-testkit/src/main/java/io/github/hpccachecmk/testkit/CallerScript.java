package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.ArrayList;
import java.util.List;

/** Says what a caller may do. It begins without any right. Every method changes the world at once. */
public final class CallerScript {
    private final FakeAzure azure;
    private final String name;

    CallerScript(FakeAzure azure, String name) {
        this.azure = azure;
        this.name = name;
    }

    CallerScript ensure() {
        azure.thirdParty(world -> world.caller(name).isPresent() ? world : made(world));
        return this;
    }

    private World made(World world) {
        World next = world.next();
        String objectId = next.guid("caller " + name);
        return next.with(new Caller(name, objectId, azure.tenant(), List.of()))
                .with(new DirectoryPrincipal(objectId, "ServicePrincipal", true));
    }

    /** Its name, which requests carry. */
    public String name() {
        return name;
    }

    /** Its object id. */
    public String objectId() {
        return azure.world().caller(name).map(Caller::objectId).orElse("");
    }

    /** Adds control-plane actions at the subscription. */
    public CallerScript may(String... actions) {
        return mayAt("/subscriptions/" + azure.subscription(), actions);
    }

    /** Adds control-plane actions at a scope. */
    public CallerScript mayAt(String scope, String... actions) {
        return add(RightGrant.actions(scope, actions));
    }

    /** Adds everything at the subscription but some actions. */
    public CallerScript mayAllBut(String... notActions) {
        return add(new RightGrant(
                "/subscriptions/" + azure.subscription(), List.of("*"), List.of(notActions), List.of(), List.of()));
    }

    /** Adds data-plane actions at the subscription. */
    public CallerScript mayData(String... dataActions) {
        return add(new RightGrant(
                "/subscriptions/" + azure.subscription(), List.of(), List.of(), List.of(dataActions), List.of()));
    }

    /** Adds rights. */
    public CallerScript add(RightGrant grant) {
        azure.thirdParty(world -> world.caller(name)
                .map(caller -> {
                    List<RightGrant> more = new ArrayList<>(caller.rights());
                    more.add(grant);
                    return world.with(caller.withRights(more));
                })
                .orElse(world));
        return this;
    }

    /** Takes all rights away, those from role assignments excepted. */
    public CallerScript mayNothing() {
        azure.thirdParty(world -> world.caller(name)
                .map(caller -> world.with(caller.withRights(List.of())))
                .orElse(world));
        return this;
    }
}
