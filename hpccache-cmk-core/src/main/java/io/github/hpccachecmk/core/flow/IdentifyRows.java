package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.AuthorizeCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The resource exists: is it the one that the request means, under the key that it means? */
final class IdentifyRows {
    private IdentifyRows() {}

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "being-deleted",
                        Row.Section.IDENTIFYING,
                        "somebody is deleting the resource",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.isProvisioning(ProvisioningState.DELETING),
                        view -> LookingRows.name(view) + " is being deleted.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CHECKING,
                                        Duration.ofSeconds(30),
                                        "the deletion to end",
                                        view.since(Phase.CHECKING).plus(Duration.ofHours(1)),
                                        ErrorCode.RESOURCE_VANISHED)),
                new Row<>(
                        "unreadable-key",
                        Row.Section.IDENTIFYING,
                        "the resource refers to a key or vault in a way that cannot be read",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> unreadableKey(view).isPresent(),
                        view -> "Nothing is written: " + unreadableKey(view).orElse(""),
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "unreadable-key",
                                        view.request().target().toString(),
                                        view.create().isPresent()
                                                ? ErrorCode.DIFFERENT_KEY
                                                : ErrorCode.VAULT_NOT_ALLOWED,
                                        unreadableKey(view).orElse(""))),
                                false)),
                new Row<>(
                        "no-customer-key",
                        Row.Section.IDENTIFYING,
                        "the resource has no customer-managed key, which is chosen at creation only",
                        Decision.Failed.class,
                        Phase.FAILED,
                        view -> !view.memory().answerOnly()
                                && view.target()
                                        .filter(found -> found.encryption().isEmpty())
                                        .isPresent(),
                        view -> LookingRows.name(view) + " exists without a customer-managed key.",
                        view -> new Decision.Failed(CmkError.of(
                                ErrorCode.ENCRYPTION_NOT_POSSIBLE,
                                view.request().target()
                                        + " exists without a customer-managed key; that is chosen at creation and cannot be"
                                        + " switched on later."))),
                new Row<>(
                        "vault-not-allowed",
                        Row.Section.IDENTIFYING,
                        "the cache's key lies in a vault, or is a key, that the request does not allow",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> notAllowed(view).isPresent(),
                        view -> "Nothing is written: " + notAllowed(view).orElse(""),
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "vault-not-allowed",
                                        view.request().target().toString(),
                                        ErrorCode.VAULT_NOT_ALLOWED,
                                        notAllowed(view).orElse(""))),
                                false)),
                new Row<>(
                        "different-key",
                        Row.Section.IDENTIFYING,
                        "the resource exists under another key, vault or version than the create names",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        IdentifyRows::hasDifferentKey,
                        view -> LookingRows.name(view) + " exists under another key.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "different-key",
                                        view.request().target().toString(),
                                        ErrorCode.DIFFERENT_KEY,
                                        view.request().target() + " exists under key "
                                                + currentKey(view).orElseThrow() + "; the request names "
                                                + view.key().orElseThrow() + ".")),
                                false)),
                new Row<>(
                        "read-ground",
                        Row.Section.IDENTIFYING,
                        "vault, key or identities were not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(view.gateFacts()).isEmpty(),
                        view -> "Checking vault, key and identities of the "
                                + view.kind().displayName() + ".",
                        view -> new Decision.Read(view.unread(view.gateFacts()))),
                new Row<>(
                        "ground-failed",
                        Row.Section.IDENTIFYING,
                        "vault, key or identities could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.unreadable(view.gateFacts()).isPresent(),
                        view -> "Reading vault, key or identities failed.",
                        view -> Waits.in(view).trouble(view.gateFacts())),
                new Row<>(
                        "principal-changed",
                        Row.Section.IDENTIFYING,
                        "the resource's own identity shows another principal than before",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> changedPrincipal(view).isPresent(),
                        view -> "Nothing is written: " + changedPrincipal(view).orElse(""),
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "principal-changed",
                                        view.request().target().toString(),
                                        ErrorCode.PRINCIPAL_CHANGED,
                                        changedPrincipal(view).orElse(""))),
                                false)));
    }

    /** It is no key in a vault of this cloud, so none that a request can name. */
    private static Optional<String> unreadableKey(TargetView view) {
        return view.target()
                .flatMap(TargetDocuments::unreadableKey)
                .map(text ->
                        LookingRows.name(view) + " refers to '" + ServiceText.shown(text.replaceFirst("[?#].*", ""))
                                + "', which is no key in a key vault that a request can name (https://{vault}.{suffix}/keys/{name}/"
                                + "{version}).");
    }

    private static Optional<KeyUrl> currentKey(TargetView view) {
        return view.encryption().map(EncryptionSettings::key);
    }

    /** A key that a cache refers to is its creator's input: a privileged caller is not led to a vault of their choosing. */
    private static Optional<String> notAllowed(TargetView view) {
        var current = currentKey(view);
        if (!(view.request() instanceof AuthorizeCache authorize) || current.isEmpty()) {
            return Optional.empty();
        }
        var key = current.get();
        if (view.vaultId().isEmpty()) {
            return Optional.of("The cache refers to key " + key + "; the vaults allowed are "
                    + authorize.allowedVaults().stream()
                            .map(vault -> vault.name())
                            .toList() + ".");
        }
        var foreign = view.encryption()
                .flatMap(EncryptionSettings::sourceVault)
                .filter(vault -> !vault.name().equalsIgnoreCase(key.vaultName()));
        if (foreign.isPresent()) {
            return Optional.of("The cache refers to key " + key + " and names " + foreign.get() + " as its vault.");
        }
        if (key.version().isEmpty() && authorize.key().isEmpty()) {
            return Optional.of(
                    "The cache refers to key " + key + " without a version; a request that means it names that key.");
        }
        boolean named = authorize
                .keyName()
                .map(name -> name.equalsIgnoreCase(key.keyName()))
                .orElse(true);
        boolean exact = authorize
                .key()
                .map(expected ->
                        expected.version().isPresent() ? expected.equals(key) : expected.equals(key.withoutVersion()))
                .orElse(true);
        return named && exact
                ? Optional.empty()
                : Optional.of("The cache refers to key " + key + "; the request expects "
                        + authorize
                                .key()
                                .map(KeyUrl::toString)
                                .or(authorize::keyName)
                                .orElse("another") + ".");
    }

    /** With auto rotation the service moves to newer versions of the same key; they are never rolled back. */
    private static boolean hasDifferentKey(TargetView view) {
        if (view.create().isEmpty() || currentKey(view).isEmpty()) {
            return false;
        }
        var wanted = view.key().orElseThrow();
        var current = currentKey(view).orElseThrow();
        if (current.equals(wanted)) {
            return false;
        }
        boolean rotates = view.rotates();
        return !(rotates && current.withoutVersion().equals(wanted.withoutVersion()));
    }

    /** A user-assigned identity that was made again is a rule's finding; a system-assigned one shows only to who remembers. */
    private static Optional<String> changedPrincipal(TargetView view) {
        var first = view.memory().systemPrincipal();
        var shown = view.target().flatMap(TargetSnapshot::principal);
        return first.isPresent() && shown.isPresent() && !first.equals(shown)
                ? Optional.of(
                        "The system-assigned identity of " + view.request().target() + " was principal " + first.get()
                                + " and is now " + shown.get() + ".")
                : Optional.empty();
    }
}
