package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Is the vault there? A name that anybody holds, in whatever state, is nothing to send a PUT to. */
final class VaultAbsentRows {
    /** How long a create that was sent may take to show. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2);

    private VaultAbsentRows() {}

    static List<Row<VaultView>> rows() {
        return List.of(
                new Row<>(
                        "look",
                        Row.Section.LOOKING,
                        "the vault was not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.vaultKey()).isUnread(),
                        view -> "Looking for " + name(view) + ".",
                        view -> new Decision.Read(Set.of(view.vaultKey()))),
                new Row<>(
                        "look-failed",
                        Row.Section.LOOKING,
                        "the vault could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.vaultKey()).failure().isPresent(),
                        view -> "Reading " + name(view) + " failed.",
                        view -> Waits.in(view).trouble(Set.of(view.vaultKey()))),
                new Row<>(
                        "other-witnesses",
                        Row.Section.ABSENT,
                        "not found; who holds its name was not asked yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.isAbsent() && !view.unread(wanted(view)).isEmpty(),
                        view -> name(view) + " was not found; asking who holds its name.",
                        view -> new Decision.Read(view.unread(wanted(view)))),
                new Row<>(
                        "other-witnesses-failed",
                        Row.Section.ABSENT,
                        "not found, and who holds its name could not be asked",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.isAbsent()
                                && view.unreadable(view.absenceFacts()).isPresent(),
                        view -> "Asking who holds the vault's name failed.",
                        view -> Waits.in(view).trouble(view.absenceFacts())),
                new Row<>(
                        "deleted",
                        Row.Section.ABSENT,
                        "a deleted vault holds the name, and it is another one, or the request does not say to recover it",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isAbsent() && view.deleted().isPresent() && !isToBeRecovered(view),
                        view -> "A deleted vault holds the name.",
                        view -> blocked(view, "deleted", deletedText(view), deletedRemedy(view))),
                new Row<>(
                        "recover",
                        Row.Section.ABSENT,
                        "the very vault is in deleted state, and the request says to recover it",
                        Decision.Act.class,
                        Phase.PREPARING_VAULT,
                        view -> view.isAbsent() && view.deleted().isPresent(),
                        view -> "Recovering " + name(view) + ".",
                        view -> new Decision.Act(VaultWrites.recover(view.request()))),
                new Row<>(
                        "create-not-shown",
                        Row.Section.ABSENT,
                        "a create or recovery was sent less than two minutes ago and does not show",
                        Decision.Wait.class,
                        Phase.PREPARING_VAULT,
                        view -> view.isAbsent()
                                && !view.isPast(showsBy(view))
                                && showsBy(view).isPresent(),
                        view -> "Waiting for " + name(view) + " to show.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.PREPARING_VAULT,
                                        Duration.ofSeconds(5),
                                        "the vault to show",
                                        showsBy(view).orElseThrow(),
                                        ErrorCode.OUTCOME_UNKNOWN)),
                new Row<>(
                        "name-taken",
                        Row.Section.ABSENT,
                        "not found, yet its name is held",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isAbsent() && !view.isNameFree(),
                        view -> "The vault's name is held by somebody else.",
                        view -> blocked(
                                view,
                                "name-taken",
                                "The name '" + view.id().name() + "' is not free ("
                                        + view.facts()
                                                .value(view.nameKey())
                                                .map(NameCheck::message)
                                                .map(ServiceText::shown)
                                                .orElse("")
                                        + "), and there is no vault " + view.id() + ".",
                                "Choose another name: the names of vaults are unique in a cloud, deleted ones included. If the"
                                        + " vault was made a moment ago, ask again.")),
                new Row<>(
                        "new-vault-blocked",
                        Row.Section.BEFORE_CREATE,
                        "a rule stands in the way of making the vault",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isAbsent() && !view.blockers().isEmpty(),
                        view -> "Something stands in the way of making the vault.",
                        view -> new Decision.Blocked(view.blockers(), false)),
                new Row<>(
                        "create",
                        Row.Section.BEFORE_CREATE,
                        "there is no such vault and its name is free",
                        Decision.Act.class,
                        Phase.PREPARING_VAULT,
                        VaultView::isAbsent,
                        view -> "Making " + name(view) + ".",
                        view -> new Decision.Act(VaultWrites.create(view.request()))));
    }

    static String name(VaultView view) {
        return "The vault " + view.id().name();
    }

    static Decision blocked(VaultView view, String row, String message, String remedy) {
        return new Decision.Blocked(
                List.of(Findings.blocking(row, view.id().toString(), ErrorCode.NAME_TAKEN, message, remedy)), false);
    }

    private static Set<FactKey<?>> wanted(VaultView view) {
        var keys = new LinkedHashSet<FactKey<?>>(view.absenceFacts());
        keys.addAll(view.gateFacts());
        keys.addAll(view.adviceFacts());
        return keys;
    }

    private static boolean isToBeRecovered(VaultView view) {
        return view.request().existing() == ExistingVault.RECOVER
                && view.deleted()
                        .filter(deleted -> deleted.id().equals(view.id()))
                        .isPresent();
    }

    private static Optional<Instant> showsBy(VaultView view) {
        return view.memory().createSentAt().map(sent -> sent.plus(SHOWS_WITHIN));
    }

    private static String deletedText(VaultView view) {
        var deleted = view.deleted().orElseThrow();
        var until = deleted.scheduledPurge().map(at -> " until " + at).orElse("");
        return deleted.id().equals(view.id())
                ? "The vault is in deleted state and keeps its name" + until + "."
                : "The name is held" + until + " by a deleted vault, " + deleted.id() + ".";
    }

    private static String deletedRemedy(VaultView view) {
        return view.deleted().filter(deleted -> deleted.id().equals(view.id())).isPresent()
                ? "Say so in the request if it is to be recovered: .existing(ExistingVault.RECOVER). Role assignments on it are"
                        + " not recovered and have to be made again. Or choose another name."
                : "Choose another name, or recover that vault if it is the one you mean.";
    }
}
