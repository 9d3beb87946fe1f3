package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.rights.Permissions;
import io.github.hpccachecmk.core.rights.RequiredRights;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The caller may give the identity access. A system-assigned identity exists only after the create, when the time to authorize
 * runs already: there a right that is missing or cannot be read blocks before, unless the request says who else authorizes.
 */
final class CallerGrantRightRule extends VaultRule {
    CallerGrantRightRule() {
        super(
                "caller.grant-right",
                Tier.ADVISORY,
                "The caller may give the identity access to the key: vaults/accessPolicies/write, or roleAssignments/write on"
                        + " a vault with Azure RBAC, where Key Vault Contributor is not enough. BLOCKING when a grant is"
                        + " needed and the right is missing, or, before the create with a system-assigned identity, cannot be"
                        + " read; OK when every identity has access already; WARNING when the request names somebody else"
                        + " who authorizes.",
                Articles.VAULT_ACCESS);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        situation.vault().ifPresent(vault -> {
            facts.add(CallerVaultRightsRule.key(vault));
            atKey(situation, vault).ifPresent(facts::add);
            facts.addAll(GrantNeed.facts(situation, vault));
        });
        return facts;
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var need = GrantNeed.of(situation, id, vault);
        if (need == GrantNeed.NO) {
            return List.of(ok(id, "Every identity has access already; nothing has to be granted."));
        }
        var other = other(situation);
        if (other.isPresent()) {
            return List.of(warning(
                    id,
                    "Access is given by somebody else, as the request says: " + quoted(other.get())
                            + deadline(situation) + ".",
                    "Make sure that they know."));
        }
        var narrower = atKey(situation, id);
        var fact = situation.facts().get(narrower.orElse(CallerVaultRightsRule.key(id)));
        var action = RequiredRights.grantAction(vault.accessModel());
        return List.of(fact.value()
                .map(entries -> judge(situation, need, id, vault.accessModel(), entries))
                .orElseGet(() -> unreadable(situation, id, action, fact)));
    }

    /** Where roles count, the least that does is a role at the key itself: asked there once the vault's scope shows none. */
    private static Optional<FactKey.Permissions> atKey(Situation situation, VaultId vault) {
        boolean isMissingAtVault = situation
                .facts()
                .value(CallerVaultRightsRule.key(vault))
                .filter(entries -> !Permissions.allow(entries, RequiredRights.grantAction(AccessModel.RBAC)))
                .isPresent();
        return situation
                .facts()
                .value(new FactKey.Vault(vault))
                .flatMap(found -> found)
                .filter(found -> isMissingAtVault && found.accessModel() == AccessModel.RBAC)
                .flatMap(found -> situation.key())
                .map(key ->
                        new FactKey.Permissions(vault.keyScope(key.keyName()).toString()));
    }

    private Finding judge(
            Situation situation, GrantNeed need, VaultId id, AccessModel model, List<PermissionEntry> entries) {
        var action = RequiredRights.grantAction(model);
        if (Permissions.allow(entries, action)) {
            return ok(id, "Not known to be missing: " + action + ", which giving access needs.");
        }
        boolean writesVault = situation
                .facts()
                .value(CallerVaultRightsRule.key(id))
                .filter(own -> Permissions.allow(own, RequiredRights.WRITE_VAULT))
                .isPresent();
        var where = model == AccessModel.RBAC ? " on the vault and on the key" : " on the vault";
        var hint = model == AccessModel.RBAC && writesVault
                ? " Key Vault Contributor is not enough on a vault with Azure RBAC."
                : "";
        var remedy = model == AccessModel.RBAC
                ? "Give the caller Role Based Access Control Administrator or User Access Administrator on the key or the"
                        + " vault, or name who else authorizes in the request: .authorizer(Authorizer.someoneElse(\"who\"))."
                : "Give the caller Key Vault Contributor on the vault, or name who else authorizes in the request:"
                        + " .authorizer(Authorizer.someoneElse(\"who\")).";
        return need == GrantNeed.YES
                ? blocking(
                        id,
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks " + action + where + ", which giving the identity access needs." + hint,
                        remedy)
                : warning(
                        id,
                        "The caller lacks " + action + where
                                + "; should the identity have no access yet, it cannot be" + " given."
                                + hint,
                        remedy);
    }

    private Finding unreadable(Situation situation, VaultId id, String action, Fact<List<PermissionEntry>> fact) {
        return fact.failure()
                .filter(failure -> runsOutOfTime(situation))
                .map(failure -> blocking(
                        id,
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "Whether the caller has " + action + " on the vault could not be read (" + words(failure)
                                + "); once the resource exists, the time to authorize runs.",
                        "Let the caller read its permissions, or name who else authorizes in the request:"
                                + " .authorizer(Authorizer.someoneElse(\"who\"))."))
                .orElseGet(() -> unknown(id, fact));
    }

    /** Whether the grant can only be written once the resource exists and waits. */
    private static boolean runsOutOfTime(Situation situation) {
        return situation.request() instanceof CreateRequest create
                && create.identity().hasSystemAssigned()
                && situation.target().isEmpty();
    }

    private static Optional<String> other(Situation situation) {
        return situation.request() instanceof CreateRequest create
                ? create.authorizer().other()
                : Optional.empty();
    }

    private static String deadline(Situation situation) {
        return situation
                .targetId()
                .kind()
                .authorizationDeadline()
                .filter(limit -> runsOutOfTime(situation))
                .map(limit -> ", who has " + limit.toMinutes() + " minutes after the create")
                .orElse("");
    }
}
