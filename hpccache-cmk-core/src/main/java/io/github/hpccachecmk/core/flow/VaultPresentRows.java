package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Regions;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.PreparedVault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The vault is there: is it one to be used, is it as it has to be, and does it have the key? */
final class VaultPresentRows {
    private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(10);

    /** A request that got no answer can arrive for a while; only then is it gone. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2);

    /** An import makes a version whoever made the key before, so the look before it has to be of the same moment. */
    private static final Duration JUST_SEEN = Duration.ofSeconds(5);

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
                        "import-pending",
                        Row.Section.COMPLETING,
                        "key material was sent a moment ago and no key shows yet; sent again, it would make a second version",
                        Decision.Wait.class,
                        Phase.PREPARING_KEY,
                        VaultPresentRows::isImportPending,
                        view -> "Waiting for key " + view.request().keyName() + " to show.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.PREPARING_KEY,
                                        view.jittered(Duration.ofSeconds(5)),
                                        "the imported key to show",
                                        importShows(view),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        Set.of(view.newestKey()))),
                new Row<>(
                        "look-before-import",
                        Row.Section.COMPLETING,
                        "material is to be imported, and that there is no key of the name was seen a while ago",
                        Decision.Read.class,
                        Phase.PREPARING_KEY,
                        view -> view.newest().isEmpty()
                                && view.request().keyImport().isPresent()
                                && !view.facts().get(view.newestKey()).isFresh(view.now(), JUST_SEEN),
                        view -> "Looking for the key once more.",
                        view -> new Decision.Read(Set.of(view.newestKey()))),
                new Row<>(
                        "import-key",
                        Row.Section.COMPLETING,
                        "the vault has no key of the name, and the request brings material along",
                        Decision.Act.class,
                        Phase.PREPARING_KEY,
                        view -> view.newest().isEmpty()
                                && view.request().keyImport().isPresent(),
                        view -> "Importing key " + view.request().keyName() + ".",
                        view -> new Decision.Act(VaultWrites.importKey(view))),
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
                        "read-import",
                        Row.Section.COMPLETING,
                        "the request brings material along, and what the key was made from was not read yet",
                        Decision.Read.class,
                        Phase.PREPARING_KEY,
                        view -> !view.unread(view.importFacts()).isEmpty(),
                        view -> "Looking where the key comes from.",
                        view -> new Decision.Read(view.unread(view.importFacts()))),
                new Row<>(
                        "import-unreadable",
                        Row.Section.COMPLETING,
                        "what the key was made from, or its rotation policy, could not be read",
                        Decision.Wait.class,
                        Phase.PREPARING_KEY,
                        view -> view.unreadable(view.importFacts()).isPresent(),
                        view -> "Looking where the key comes from failed.",
                        view -> Waits.in(view).trouble(view.importFacts())),
                new Row<>(
                        "other-key",
                        Row.Section.COMPLETING,
                        "the key that is there was not made from the material that the request brings along",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        VaultView::isOtherKey,
                        view -> "Key " + view.request().keyName() + " is there and was not made from the material.",
                        view -> VaultAbsentRows.blocked(
                                view,
                                "other-key",
                                view.keyUrl() + " exists, and its tag " + VaultMark.IMPORT_TAG
                                        + " does not say that it was made from material '"
                                        + view.request()
                                                .keyImport()
                                                .orElseThrow()
                                                .material()
                                        + "'. No second version is made.",
                                "Choose another key name, or leave keyImport out to use the key as it is.")),
                new Row<>(
                        "set-rotation-policy",
                        Row.Section.COMPLETING,
                        "the imported key does not have the rotation policy asked for",
                        Decision.Act.class,
                        Phase.PREPARING_KEY,
                        VaultView::needsRotationPolicy,
                        view -> "Setting the rotation policy of key "
                                + view.request().keyName() + ".",
                        view -> new Decision.Act(VaultWrites.setRotation(view))),
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

    private static boolean isImportPending(VaultView view) {
        return view.newest().isEmpty()
                && view.request().keyImport().isPresent()
                && view.memory().versionSentAt().isPresent()
                && view.now().isBefore(importShows(view));
    }

    private static Instant importShows(VaultView view) {
        return view.memory().versionSentAt().orElseThrow().plus(SHOWS_WITHIN);
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
