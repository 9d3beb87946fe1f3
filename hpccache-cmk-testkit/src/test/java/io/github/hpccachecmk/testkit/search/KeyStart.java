package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.GrantNames;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.RecoverKey;
import io.github.hpccachecmk.request.RevokeGrant;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import io.github.hpccachecmk.request.SetRotationPolicy;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.search.Sketch.Found;
import io.github.hpccachecmk.testkit.search.Sketch.Grant;
import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** The situations from which requests about keys that are there start: a resource works under the first version of one. */
enum KeyStart {
    ROTATE_CACHE(Asks.ROTATE, Job.CACHE, Who.USER, Model.POLICY),
    ROTATE_CACHE_BY_ROLE(Asks.ROTATE, Job.CACHE, Who.SYSTEM, Model.RBAC),
    ROTATE_FILE_SYSTEM(Asks.ROTATE, Job.FILE_SYSTEM, Who.USER, Model.RBAC),
    ROTATE_FOLLOWED_BY_THE_SERVICE(Asks.ROTATE, Job.ROTATING_CACHE, Who.SYSTEM, Model.POLICY),
    ROTATE_TO_A_VERSION_THAT_IS_THERE(Asks.ROTATE, Job.CACHE, Who.USER, Model.POLICY),
    ROTATE_DONE_BEFORE(Asks.ROTATE, Job.CACHE, Who.USER, Model.POLICY),
    DISABLE_THE_VERSION_LEFT(Asks.DISABLE, Job.CACHE, Who.USER, Model.POLICY),
    DISABLE_THE_VERSION_IN_USE(Asks.DISABLE, Job.CACHE, Who.USER, Model.RBAC),
    DISABLE_ONE_THAT_IS_OFF(Asks.DISABLE, Job.CACHE, Who.USER, Model.POLICY),
    ENABLE_THE_VERSION_IN_USE(Asks.ENABLE, Job.CACHE, Who.USER, Model.POLICY),
    ENABLE_ONE_THAT_IS_ON(Asks.ENABLE, Job.CACHE, Who.USER, Model.RBAC),
    POLICY_DIFFERS(Asks.POLICY, Job.CACHE, Who.USER, Model.RBAC),
    POLICY_EQUALS(Asks.POLICY, Job.CACHE, Who.USER, Model.POLICY),
    POLICY_IS_ONE_TOO_MANY(Asks.NO_POLICY, Job.CACHE, Who.USER, Model.RBAC),
    RECOVER_A_DELETED_KEY(Asks.RECOVER, Job.CACHE, Who.USER, Model.POLICY),
    RECOVER_A_KEY_THAT_IS_THERE(Asks.RECOVER, Job.CACHE, Who.USER, Model.RBAC),
    RECOVER_A_KEY_THAT_IS_GONE(Asks.RECOVER, Job.CACHE, Who.USER, Model.POLICY),
    REVOKE_AN_ENTRY_LEFT_BEHIND(Asks.REVOKE, Job.CACHE, Who.USER, Model.POLICY),
    REVOKE_A_ROLE_LEFT_BEHIND(Asks.REVOKE, Job.FILE_SYSTEM, Who.USER, Model.RBAC),
    REVOKE_WHAT_IS_NEEDED(Asks.REVOKE, Job.CACHE, Who.USER, Model.POLICY);

    /** What is asked for. */
    enum Asks {
        ROTATE,
        DISABLE,
        ENABLE,
        POLICY,
        NO_POLICY,
        RECOVER,
        REVOKE
    }

    static final KeyRotation QUARTERLY = new KeyRotation(Period.ofDays(90), Optional.of(Period.ofYears(1)));
    private static final int MOST_PASSES = 300;

    private final Asks asks;
    private final Job job;
    private final Who who;
    private final Model model;

    KeyStart(Asks asks, Job job, Who who, Model model) {
        this.asks = asks;
        this.job = job;
        this.who = who;
        this.model = model;
    }

    Asks asks() {
        return asks;
    }

    /** The scene with changes that come as {@code timing} says. */
    KeyScene scene(long seed, Timing timing) {
        var sketch = Sketch.of(job, who, model).with(Found.HEALTHY).with(Grant.EFFECTIVE);
        var stage = Scenery.stage(sketch, seed, Timing.immediate());
        var azure = stage.azure();
        var owner = azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        var vault = azure.vault(Scenery.VAULT)
                .withKeyPermissions(
                        owner.objectId(),
                        "get",
                        "rotate",
                        "update",
                        "recover",
                        "getrotationpolicy",
                        "setrotationpolicy");
        azure.advance(Duration.ofHours(1));
        var first = KeyUrl.parse(vault.keyUrl(Scenery.KEY));
        var target = TargetId.parse(stage.start().target());
        switch (this) {
            case ROTATE_TO_A_VERSION_THAT_IS_THERE, DISABLE_THE_VERSION_IN_USE -> vault.withNewVersion(Scenery.KEY);
            case ROTATE_DONE_BEFORE, DISABLE_THE_VERSION_LEFT -> run(azure, rotate(azure, target, first));
            case DISABLE_ONE_THAT_IS_OFF, ENABLE_THE_VERSION_IN_USE -> vault.keyEnabled(Scenery.KEY, false);
            case POLICY_EQUALS, POLICY_IS_ONE_TOO_MANY -> run(azure, policy(azure, Optional.of(QUARTERLY)));
            case RECOVER_A_DELETED_KEY -> vault.withNewVersion(Scenery.KEY).keyDeleted(Scenery.KEY);
            case RECOVER_A_KEY_THAT_IS_GONE -> azure.thirdParty(world -> KeyDeed.gone(world, stage.start()));
            case REVOKE_AN_ENTRY_LEFT_BEHIND ->
                azure.thirdParty(world -> world.without(stage.start().target()));
            case REVOKE_A_ROLE_LEFT_BEHIND -> {
                onlyOurRole(azure);
                azure.thirdParty(world -> world.without(stage.start().target()));
            }
            default -> {}
        }
        azure.advance(Duration.ofHours(30));
        azure.timing(timing);
        return new KeyScene(
                this, azure, azure.world(), azure.now(), stage.start(), request(azure, target, first), first);
    }

    private CmkRequest<?> request(FakeAzure azure, TargetId target, KeyUrl first) {
        return switch (asks) {
            case ROTATE -> rotate(azure, target, first);
            case DISABLE ->
                SetKeyVersionEnabled.builder()
                        .vault(vault(azure))
                        .version(first)
                        .enabled(false)
                        .consent(first)
                        .addChecked(target)
                        .build();
            case ENABLE ->
                SetKeyVersionEnabled.builder()
                        .vault(vault(azure))
                        .version(first)
                        .enabled(true)
                        .build();
            case POLICY -> policy(azure, Optional.of(QUARTERLY));
            case NO_POLICY -> policy(azure, Optional.empty());
            case RECOVER ->
                RecoverKey.builder().vault(vault(azure)).keyName(Scenery.KEY).build();
            case REVOKE ->
                RevokeGrant.builder()
                        .vault(vault(azure))
                        .keyName(Scenery.KEY)
                        .principal(principal(azure))
                        .consent(principal(azure))
                        .build();
        };
    }

    private static RotateKey rotate(FakeAzure azure, TargetId target, KeyUrl first) {
        return RotateKey.builder()
                .target(target)
                .vault(vault(azure))
                .newerThan(first)
                .build();
    }

    private static SetRotationPolicy policy(FakeAzure azure, Optional<KeyRotation> rotation) {
        return SetRotationPolicy.builder()
                .vault(vault(azure))
                .keyName(Scenery.KEY)
                .rotation(rotation)
                .build();
    }

    /** As this library would have made it; the scenery's own is somebody's. */
    private static void onlyOurRole(FakeAzure azure) {
        var principal = principal(azure);
        var scope = vault(azure).keyScope(Scenery.KEY);
        azure.thirdParty(world -> {
            var current = world;
            for (var assignment : world.resources(RoleAssignmentState.class).toList()) {
                var state = (RoleAssignmentState) assignment.state();
                boolean isItsOwn = state.principalId().equals(principal.toString());
                current = isItsOwn ? current.without(assignment.id()) : current;
            }
            return current;
        });
        PortFace.of(azure, FakeAzure.OWNER)
                .access()
                .assign(
                        new CallContext("fa4e0000-0000-4000-8000-000000000077"),
                        new RoleGrant(
                                scope,
                                GrantNames.of(scope, principal, Truth.ENCRYPTION_USER),
                                principal,
                                Truth.ENCRYPTION_USER));
    }

    private static PrincipalId principal(FakeAzure azure) {
        return PrincipalId.of(azure.identity("render-identity").principalId());
    }

    private static VaultId vault(FakeAzure azure) {
        return VaultId.parse(azure.vault(Scenery.VAULT).id());
    }

    private static <R extends Outcome> void run(FakeAzure azure, CmkRequest<R> request) {
        var passes = new Passes(PortFace.of(azure, FakeAzure.OWNER), Scenery.RULES, Jitter.none());
        var state = FlowState.start(Hint.none());
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            var outcome = passes.run(request, state, OperationOptions.defaults(), azure.now());
            state = outcome.state();
            var again = outcome.result().lookAgainAt();
            if (again.isEmpty()) {
                if (outcome.result().error().isPresent()) {
                    throw new IllegalStateException(
                            request + ": " + outcome.result().error());
                }
                return;
            }
            azure.advance(Duration.between(azure.now(), again.get()));
        }
        throw new IllegalStateException(request + " does not end");
    }
}
