package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resource is to be on a newer version of its key: is there one, is one to be made, and who takes it? */
final class RotateRows {
    /** How long a version that was made may take to show. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2);

    private RotateRows() {}

    /** Only the key that the resource is under can be rotated for it. */
    static Row<TargetView> otherKey() {
        return new Row<>(
                "rotates-other-key",
                Row.Section.IDENTIFYING,
                "the resource is under another key than the one whose versions the request names",
                Decision.Blocked.class,
                Phase.ACTION_NEEDED,
                view -> keyInUse(view).isPresent(),
                view -> LookingRows.name(view) + " is under another key.",
                view -> new Decision.Blocked(
                        List.of(Findings.blocking(
                                "rotates-other-key",
                                view.request().target().toString(),
                                ErrorCode.DIFFERENT_KEY,
                                view.request().target() + " is under key "
                                        + keyInUse(view).orElseThrow() + "; the request names versions of "
                                        + view.key().orElseThrow() + " in "
                                        + view.vaultId().orElseThrow() + ".",
                                "Name a version of the key in use; to go to another key, use ChangeKey.")),
                        false));
    }

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "compare-versions",
                        Row.Section.AUTHORIZING,
                        "the resource is on a version that is neither the newest nor the one to leave",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(compared(view)).isEmpty(),
                        view -> "Looking which version is the newer one.",
                        view -> new Decision.Read(view.unread(compared(view)))),
                new Row<>(
                        "compare-failed",
                        Row.Section.AUTHORIZING,
                        "which version is the newer one could not be read: the resource may be on it already",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.unreadable(compared(view)).isPresent(),
                        view -> "Looking which version is the newer one failed.",
                        view -> Waits.in(view).trouble(compared(view))),
                new Row<>(
                        "version-not-seen",
                        Row.Section.AUTHORIZING,
                        "a version was asked for a moment ago, and the read may be older",
                        Decision.Wait.class,
                        Phase.MAKING_VERSION,
                        view -> view.isVersionDue()
                                && view.memory().versionSentAt().isPresent()
                                && !view.isPast(view.memory().versionSentAt().map(RotateRows::shown)),
                        view -> "A new version was asked for; looking whether it shows.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.MAKING_VERSION,
                                        view.jittered(Duration.ofSeconds(10)),
                                        "the new version to show",
                                        shown(view.memory().versionSentAt().orElseThrow()),
                                        ErrorCode.OUTCOME_UNKNOWN,
                                        Set.of(
                                                newestKey(view),
                                                new FactKey.DataPlaneKey(
                                                        view.key().orElseThrow())))),
                new Row<>(
                        "version-never-seen",
                        Row.Section.AUTHORIZING,
                        "a version was made two minutes ago and still does not show: another would be one too many",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isVersionDue() && isMade(view),
                        view -> "The new version does not show.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "version-never-seen",
                                        view.request().subject().toString(),
                                        ErrorCode.OUTCOME_UNKNOWN,
                                        "Key Vault has answered that it made a version of "
                                                + view.key().orElseThrow()
                                                + ", and reads still show the one to leave as the newest; no other is made.",
                                        "Look at the key's versions, then begin the same request again.")),
                                false)),
                new Row<>(
                        "make-version",
                        Row.Section.AUTHORIZING,
                        "the newest version is the one to leave",
                        Decision.Act.class,
                        Phase.MAKING_VERSION,
                        TargetView::isVersionDue,
                        view -> "Making a new version of " + view.key().orElseThrow() + ".",
                        view -> new Decision.Act(Writes.rotateKey(
                                view.vaultId().orElseThrow(), view.key().orElseThrow()))),
                new Row<>(
                        "read-made-version",
                        Row.Section.AUTHORIZING,
                        "which tags the version has that this flow made is not known",
                        Decision.Read.class,
                        Phase.MAKING_VERSION,
                        view -> made(view)
                                .filter(key -> view.facts().get(key).isUnread())
                                .isPresent(),
                        view -> "Looking which tags the new version has.",
                        view -> new Decision.Read(Set.of(made(view).orElseThrow()))),
                new Row<>(
                        "tag-version",
                        Row.Section.AUTHORIZING,
                        "the version that this flow made does not tell so",
                        Decision.Act.class,
                        Phase.MAKING_VERSION,
                        view -> untagged(view).isPresent(),
                        view -> "Tagging the new version.",
                        view -> new Decision.Act(Writes.tagVersion(
                                view.vaultId().orElseThrow(), untagged(view).orElseThrow(), rotation(view)))),
                new Row<>(
                        "wait-for-service",
                        Row.Section.AUTHORIZING,
                        "the service follows new versions by itself, and the newest is less than two hours old",
                        Decision.Wait.class,
                        Phase.CHANGING_KEY,
                        TargetView::isServiceMoving,
                        view -> "Automatic rotation is on: waiting for the service to take "
                                + view.wantedKey().orElseThrow() + ".",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CHANGING_KEY,
                                        Duration.ofMinutes(1),
                                        "the service to take the newest version by itself",
                                        view.serviceMovesUntil().orElseThrow(),
                                        ErrorCode.WAIT_LIMIT_REACHED)));
    }

    private static Optional<KeyUrl> keyInUse(TargetView view) {
        return view.rotate()
                .flatMap(rotate -> view.encryption()
                        .filter(settings -> !settings.key().isSameKeyAs(rotate.newerThan())
                                || settings.sourceVault()
                                        .filter(vault -> !vault.equals(rotate.vault()))
                                        .isPresent())
                        .map(settings -> settings.key()));
    }

    /** When the versions were made tells which is newer; asked only where nothing else does. */
    private static Set<FactKey<?>> compared(TargetView view) {
        var keys = new LinkedHashSet<FactKey<?>>();
        var current = view.encryption().map(settings -> settings.key());
        var newest = view.newest().map(KeySnapshot::key);
        if (view.rotate().isEmpty() || current.isEmpty() || newest.isEmpty() || current.equals(newest)) {
            return keys;
        }
        var left = view.rotate().get().newerThan();
        if (!current.get().equals(left)) {
            keys.add(version(view, current.get()));
            keys.add(version(view, left));
        }
        return keys;
    }

    private static FactKey<?> version(TargetView view, KeyUrl key) {
        return new FactKey.KeyVersion(
                view.vaultId().orElseThrow(), key.keyName(), key.version().orElse(""));
    }

    private static FactKey<?> newestKey(TargetView view) {
        return new FactKey.NewestKey(
                view.vaultId().orElseThrow(), view.key().orElseThrow().keyName());
    }

    private static boolean isMade(TargetView view) {
        return view.memory().madeVersion().isPresent() || view.memory().writes().contains(WriteKind.ROTATE_KEY);
    }

    private static Instant shown(Instant sent) {
        return sent.plus(SHOWS_WITHIN);
    }

    private static Optional<FactKey.DataPlaneKey> made(TargetView view) {
        var newest = view.newest().map(KeySnapshot::key);
        return newest.filter(key -> key.version().equals(view.memory().madeVersion()))
                .filter(key -> view.memory().madeVersion().isPresent())
                .map(FactKey.DataPlaneKey::new);
    }

    private static Optional<KeySnapshot> untagged(TargetView view) {
        return made(view)
                .flatMap(key -> view.facts().value(key))
                .flatMap(found -> found)
                .filter(version -> !rotation(view).equals(version.tags().get(VaultMark.ROTATION_TAG)));
    }

    private static String rotation(TargetView view) {
        return VaultMark.of(view.rotate().orElseThrow());
    }
}
