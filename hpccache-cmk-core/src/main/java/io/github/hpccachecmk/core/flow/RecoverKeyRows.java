package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.RecoveredKey;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for a key, then for a deleted one of its name, and brings that back. */
final class RecoverKeyRows {
    static final TransitionTable<RecoverKeyView> TABLE = new TransitionTable<>(
            "Recover a key",
            Stream.concat(KeyRequestRows.<RecoverKeyView>vault().stream(), rows().stream())
                    .toList());

    /** How long a recovery may take to show; Key Vault's own clients wait for it too. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2);

    private RecoverKeyRows() {}

    private static List<Row<RecoverKeyView>> rows() {
        return List.of(
                new Row<>(
                        "look-key",
                        Row.Section.IDENTIFYING,
                        "whether the key is there is not known",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.subjectKey()).isUnread(),
                        view -> "Looking for key " + view.request().keyName() + ".",
                        view -> new Decision.Read(Set.of(view.subjectKey()))),
                new Row<>(
                        "key-failed",
                        Row.Section.IDENTIFYING,
                        "the key could not be looked for",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.subjectKey()).failure().isPresent(),
                        view -> "Looking for the key failed.",
                        view -> Waits.in(view).trouble(Set.of(view.subjectKey()))),
                new Row<>(
                        "recovery-not-seen",
                        Row.Section.IDENTIFYING,
                        "a recovery was sent a moment ago, and the key does not show yet",
                        Decision.Wait.class,
                        Phase.PREPARING_KEY,
                        view -> !view.isThere()
                                && view.memory()
                                        .createSentAt()
                                        .filter(sent -> view.now().isBefore(shown(sent)))
                                        .isPresent(),
                        view -> "The recovery was sent; looking whether the key shows.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.PREPARING_KEY,
                                        view.jittered(Duration.ofSeconds(5)),
                                        "the recovered key to show",
                                        shown(view.memory().createSentAt().orElseThrow()),
                                        ErrorCode.OUTCOME_UNKNOWN,
                                        Set.of(view.subjectKey(), view.deletedKey()))),
                new Row<>(
                        "look-deleted",
                        Row.Section.IDENTIFYING,
                        "the key is not there, and whether it is in deleted state is not known",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.isThere()
                                && view.facts().get(view.deletedKey()).isUnread(),
                        view -> "Looking for the key in deleted state.",
                        view -> new Decision.Read(Set.of(view.deletedKey()))),
                new Row<>(
                        "deleted-failed",
                        Row.Section.IDENTIFYING,
                        "the deleted key could not be looked for",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> !view.isThere()
                                && view.facts().get(view.deletedKey()).failure().isPresent(),
                        view -> "Looking for the deleted key failed.",
                        view -> Waits.in(view).trouble(Set.of(view.deletedKey()))),
                new Row<>(
                        "no-key",
                        Row.Section.IDENTIFYING,
                        "there is no key of that name, deleted or not",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.isThere() && view.deleted().isEmpty(),
                        view -> "There is no key " + view.request().keyName() + ".",
                        view -> KeyRequestRows.missing(
                                view,
                                "There is no key " + view.keyUrl()
                                        + ", and none in deleted state: one that was purged cannot come back.")),
                new Row<>(
                        "recover-key",
                        Row.Section.COMPLETING,
                        "the key is in deleted state",
                        Decision.Act.class,
                        Phase.PREPARING_KEY,
                        view -> !view.isThere(),
                        view -> "Recovering " + view.keyUrl() + ".",
                        view -> new Decision.Act(recovery(view))),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "the key is there, proven by a read",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> "Key " + view.request().keyName() + " is there.",
                        view -> new Decision.Done(outcome(view))));
    }

    private static Instant shown(Instant sent) {
        return sent.plus(SHOWS_WITHIN);
    }

    private static Write recovery(RecoverKeyView view) {
        return new Write.RecoverKey(
                view.request().vault(),
                view.keyUrl(),
                new PlannedWrite(
                        WriteKind.RECOVER_KEY,
                        view.request().subject().toString(),
                        "",
                        "POST recover: the key with all its versions"
                                + view.deleted()
                                        .flatMap(DeletedKey::deletedAt)
                                        .map(at -> ", deleted at " + at)
                                        .orElse("")
                                + "; sent to the vault itself",
                        "the key is in deleted state"));
    }

    private static RecoveredKey outcome(RecoverKeyView view) {
        return RecoveredKey.builder()
                .vault(view.request().vault())
                .key(view.alive().orElseThrow().key())
                .observedAt(view.facts().get(view.subjectKey()).at())
                .writes(view.memory().writes())
                .build();
    }
}
