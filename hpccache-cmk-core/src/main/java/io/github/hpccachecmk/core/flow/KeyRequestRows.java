package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import java.util.List;
import java.util.Set;

/** What every request about a key by itself begins with: its vault, which tells where the key is. */
final class KeyRequestRows {
    private KeyRequestRows() {}

    static <V extends KeyRequestView> List<Row<V>> vault() {
        return List.of(
                new Row<>(
                        "look-vault",
                        Row.Section.LOOKING,
                        "the vault was not read yet, which tells where the key is",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.vaultKey()).isUnread(),
                        view -> "Looking for vault " + view.request().vault().name() + ".",
                        view -> new Decision.Read(Set.of(view.vaultKey()))),
                new Row<>(
                        "vault-failed",
                        Row.Section.LOOKING,
                        "the vault could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.vaultKey()).failure().isPresent(),
                        view -> "Reading the vault failed.",
                        view -> Waits.in(view).trouble(Set.of(view.vaultKey()))),
                new Row<>(
                        "no-vault",
                        Row.Section.ABSENT,
                        "there is no such vault",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.vault().isEmpty(),
                        view -> "There is no vault " + view.request().vault().name() + ".",
                        view -> missing(
                                view, "There is no vault " + view.request().vault() + ".")));
    }

    static Decision missing(KeyRequestView view, String message) {
        return new Decision.Blocked(
                List.of(Findings.blocking(
                        "missing",
                        view.request().subject().toString(),
                        ErrorCode.RESOURCE_MISSING,
                        message,
                        "Correct vault and key name, or recover the key.")),
                false);
    }
}
