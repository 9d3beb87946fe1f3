package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Regions;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.PreparedVault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The vault is there: is it one to be used, is it as it has to be, and does it have the key? */
final class VaultPresentRows {
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(10);

    private VaultPresentRows() {}

    static List<Row<VaultView>> rows() {
        return List.of(
                new Row<>(
                        "not-ours",
                        Row.Section.IDENTIFYING,
                        "somebody else made the vault, and the request does not say to adopt it",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.request().existing() == ExistingVault.REFUSE && !view.isOurs(),
                        view -> VaultAbsentRows.name(view) + " exists and was made by somebody else.",
                        view -> VaultAbsentRows.blocked(
                                view,
                                "not-ours",
                                view.id() + " exists, and this library did not make it (it has no tag " + VaultMark.TAG
                                        + " of its own). Nothing of it is changed.",
                                "If it is yours to use, say so in the request: .existing(ExistingVault.ADOPT); else choose"
                                        + " another name.")),
                new Row<>(
                        "other-settings",
                        Row.Section.IDENTIFYING,
                        "the vault has a region, tenant or access model other than asked for, which is never changed",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !differences(view).isEmpty(),
                        view -> VaultAbsentRows.name(view) + " is not as asked for.",
                        view -> VaultAbsentRows.blocked(
                                view,
                                "other-settings",
                                view.id() + " exists and differs: " + String.join("; ", differences(view))
                                        + ". None of it is changed: a vault keeps its region, and another tenant or access model would"
                                        + " take everybody's access away.",
                                "Ask for the vault as it is, or choose another name.")),
                new Row<>(
                        "read-ground",
                        Row.Section.IDENTIFYING,
                        "the key was not read yet, or something that a rule looks at",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(toLookAt(view)).isEmpty(),
                        view -> "Looking at the key.",
                        view -> new Decision.Read(view.unread(toLookAt(view)))),
                new Row<>(
                        "ground-failed",
                        Row.Section.IDENTIFYING,
                        "the key, or something that a rule looks at, could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.unreadable(view.groundFacts()).isPresent(),
                        view -> "Looking at the key failed.",
                        view -> Waits.in(view).trouble(view.groundFacts())),
                new Row<>(
                        "blocked",
                        Row.Section.IDENTIFYING,
                        "a rule stands in the way",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.blockers().isEmpty(),
                        view -> "Something stands in the way.",
                        view -> new Decision.Blocked(view.blockers(), false)),
                new Row<>(
                        "registering",
                        Row.Section.IDENTIFYING,
                        "the vault's name is being registered",
                        Decision.Wait.class,
                        Phase.PREPARING_VAULT,
                        VaultPresentRows::isRegistering,
                        view -> "Waiting for the name of the vault to be registered.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.PREPARING_VAULT,
                                        Duration.ofSeconds(10),
                                        "the vault's name to be registered",
                                        view.since(Phase.PREPARING_VAULT).plus(REGISTERED_WITHIN),
                                        ErrorCode.WAIT_LIMIT_REACHED)),
                new Row<>(
                        "protect",
                        Row.Section.COMPLETING,
                        "soft delete or purge protection of the vault is off, and the request consents",
                        Decision.Act.class,
                        Phase.PROTECTING_VAULT,
                        View::needsProtection,
                        view -> "Switching soft delete and purge protection of the vault on.",
                        view -> new Decision.Act(Writes.protect(view.vault().orElseThrow(), view.id()))),
                new Row<>(
                        "create-key",
                        Row.Section.COMPLETING,
                        "the vault has no key of the name",
                        Decision.Act.class,
                        Phase.PREPARING_KEY,
                        view -> view.newest().isEmpty(),
                        view -> "Making key " + view.request().keyName() + ".",
                        view -> new Decision.Act(VaultWrites.createKey(view.request()))),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "vault and key are as they have to be",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> VaultAbsentRows.name(view) + " has key "
                                + view.request().keyName() + ".",
                        view -> new Decision.Done(outcome(view))));
    }

    private static Set<FactKey<?>> toLookAt(VaultView view) {
        var keys = new LinkedHashSet<FactKey<?>>(view.groundFacts());
        keys.addAll(view.adviceFacts());
        return keys;
    }

    private static boolean isRegistering(VaultView view) {
        return view.vault()
                .flatMap(found -> found.provisioningState())
                .filter(state -> state.equalsIgnoreCase("RegisteringDns"))
                .isPresent();
    }

    private static List<String> differences(VaultView view) {
        var wanted = view.request();
        var found = view.vault().orElseThrow();
        var differences = new ArrayList<String>(3);
        if (!Regions.same(found.location(), wanted.location())) {
            differences.add("region " + found.location() + " instead of " + wanted.location());
        }
        found.tenant()
                .filter(tenant -> !tenant.equals(wanted.tenant()))
                .ifPresent(tenant -> differences.add("tenant " + tenant + " instead of " + wanted.tenant()));
        if (found.accessModel() != wanted.accessModel()) {
            differences.add("access model " + found.accessModel() + " instead of " + wanted.accessModel());
        }
        return differences;
    }

    private static PreparedVault outcome(VaultView view) {
        var key = view.newest().orElseThrow();
        var vault = view.vault().orElseThrow();
        return PreparedVault.builder()
                .vault(view.id())
                .key(key.key())
                .accessModel(vault.accessModel())
                .keyExpires(key.expires())
                .observedAt(view.facts().get(view.newestKey()).at())
                .writes(view.memory().writes())
                .build();
    }
}
