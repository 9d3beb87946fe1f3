package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.HostKind;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.TokenAudience;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.Groups;
import io.github.hpccachecmk.testkit.world.access.KeyAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a vault checks before it serves: token, version, network, right. */
final class DataPlane {
    private static final List<String> VERSIONS =
            List.of("7.0", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "2025-06-01-preview", "2025-07-01");

    /** What is done for a call that passed the checks. */
    @FunctionalInterface
    interface Served {
        Step handle(World world, Call call, Resource vault);
    }

    private DataPlane() {}

    /** A handler that first asks for a right. */
    static Handler guarded(KeyAction action, Served served) {
        return (world, call) -> {
            Optional<Resource> vault = Vaults.byName(world, call.param("vault"));
            if (vault.isEmpty()) {
                return Step.of(
                        world,
                        DataErrors.of(
                                404,
                                "VaultNotFound",
                                "FakeAzure has no vault with host '"
                                        + call.request().host() + "'; the name would not resolve."));
            }
            Step step = check(world, call, vault.get(), action)
                    .or(() -> Failover.refusal(world, call, vault.get(), action))
                    .map(refusal -> Step.of(world, refusal))
                    .orElseGet(() -> served.handle(world, call, vault.get()));
            return Step.of(
                    step.world(),
                    step.response()
                            .withHeader(
                                    "x-ms-keyvault-region",
                                    VaultBody.location(vault.get().document())));
        };
    }

    private static Optional<WireResponse> check(World world, Call call, Resource vault, KeyAction action) {
        return token(world, call, vault)
                .or(() -> version(call))
                .or(() -> network(call, vault))
                .or(() -> right(world, call, vault, action));
    }

    private static Optional<WireResponse> token(World world, Call call, Resource vault) {
        if (call.caller().name().isEmpty()) {
            return Optional.of(DataErrors.challenge(world));
        }
        if (!TokenAudience.fits(HostKind.VAULT, call.request(), world.settings().vaultSuffix())) {
            return Optional.of(DataErrors.wrongAudience(world));
        }
        return call.caller().tenantId().equalsIgnoreCase(DataErrors.tenant(vault))
                ? Optional.empty()
                : Optional.of(DataErrors.wrongTenant(world, vault, call.caller()));
    }

    private static Optional<WireResponse> version(Call call) {
        if (call.apiVersion().isEmpty()) {
            return Optional.of(DataErrors.badParameter("api-version must be specified"));
        }
        return VERSIONS.contains(call.apiVersion())
                ? Optional.empty()
                : Optional.of(DataErrors.badParameter("The specified version (" + call.apiVersion()
                        + ") is not recognized. Consider using the latest supported version (2025-07-01)."));
    }

    /** Callers of this world are no trusted service; private endpoints do not exist in it. */
    private static Optional<WireResponse> network(Call call, Resource vault) {
        Doc properties = vault.document().object("properties");
        if (properties.text("publicNetworkAccess").orElse("Enabled").equalsIgnoreCase("Disabled")) {
            return Optional.of(DataErrors.publicAccessDisabled(call, vault));
        }
        boolean isOpen =
                !properties.text("networkAcls.defaultAction").orElse("Allow").equalsIgnoreCase("Deny");
        boolean isNamed = properties.objects("networkAcls.ipRules").stream()
                .anyMatch(rule -> DataErrors.isClientAddress(rule.text("value").orElse("")));
        return isOpen || isNamed ? Optional.empty() : Optional.of(DataErrors.clientAddress(call, vault));
    }

    private static boolean holds(Set<String> permissions, KeyAction action) {
        return permissions.contains("all") || permissions.contains(Doc.lower(action.permission()));
    }

    private static Optional<WireResponse> right(World world, Call call, Resource vault, KeyAction action) {
        if (VaultDocuments.isRbac(vault)) {
            String scope = call.parameters().containsKey("key") ? Vaults.keyId(vault, call.param("key")) : vault.id();
            return call.mayData(action.dataAction(), scope)
                    ? Optional.empty()
                    : Optional.of(DataErrors.forbiddenByRbac(call, vault, action, scope));
        }
        Set<String> holders = Groups.of(world, call.caller().objectId());
        boolean isEffective = vault.state() instanceof VaultState state && holds(state.effective(holders), action);
        boolean isWritten = holds(PolicyEffective.permissions(vault.document(), holders), action);
        boolean isAllowed =
                isEffective == isWritten ? isWritten : call.on(world, Behaviour.OWN_POLICIES_AT_ONCE) == isWritten;
        return isAllowed ? Optional.empty() : Optional.of(DataErrors.accessDenied(call, vault, action));
    }
}
