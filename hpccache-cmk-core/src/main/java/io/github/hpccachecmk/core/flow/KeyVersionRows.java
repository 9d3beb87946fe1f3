package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.KeyVersionSwitch;
import io.github.hpccachecmk.report.Phase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a version and, before it is switched off, at those who must not need it any more; then switches it. */
final class KeyVersionRows {
    static final TransitionTable<KeyVersionView> TABLE = new TransitionTable<>(
            "Switch a version of a key",
            Stream.concat(KeyRequestRows.<KeyVersionView>vault().stream(), rows().stream())
                    .toList());

    private KeyVersionRows() {}

    private static List<Row<KeyVersionView>> rows() {
        return List.of(
                new Row<>(
                        "look-version",
                        Row.Section.IDENTIFYING,
                        "the version was not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.subjectKey()).isUnread(),
                        view -> "Reading the version.",
                        view -> new Decision.Read(Set.of(view.subjectKey()))),
                new Row<>(
                        "version-failed",
                        Row.Section.IDENTIFYING,
                        "the version could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.subjectKey()).failure().isPresent(),
                        view -> "Reading the version failed.",
                        view -> Waits.in(view).trouble(Set.of(view.subjectKey()))),
                new Row<>(
                        "no-version",
                        Row.Section.IDENTIFYING,
                        "the vault has no such version",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.version().isEmpty(),
                        view -> "There is no " + view.request().version() + ".",
                        view -> KeyRequestRows.missing(
                                view,
                                "There is no version " + view.request().version()
                                        + "; its key may be in deleted state.")),
                new Row<>(
                        "look-users",
                        Row.Section.IDENTIFYING,
                        "the version is to be switched off, and whether those named still use it is not known",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(view.users()).isEmpty(),
                        view -> "Looking who still uses the version.",
                        view -> new Decision.Read(view.unread(view.users()))),
                new Row<>(
                        "users-failed",
                        Row.Section.IDENTIFYING,
                        "a resource that might still use the version could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.unreadable(view.users()).isPresent(),
                        view -> "Reading a resource that might still use the version failed.",
                        view -> Waits.in(view).trouble(view.users())),
                new Row<>(
                        "still-used",
                        Row.Section.IDENTIFYING,
                        "the version is to be switched off, and a resource named is still on it",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.users().isEmpty() && !view.stillUsing().isEmpty(),
                        view -> "The version is still in use.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "still-used",
                                        view.request().subject().toString(),
                                        ErrorCode.PREFLIGHT_BLOCKED,
                                        "Version " + view.request().version() + " is still used by " + view.stillUsing()
                                                + ".",
                                        "Move them to a newer version with RotateKey, and wait until its outcome says that the old"
                                                + " one may be disabled.")),
                                false)),
                new Row<>(
                        "switch-version",
                        Row.Section.COMPLETING,
                        "the version is off and is to be on, or the other way round",
                        Decision.Act.class,
                        Phase.CONFIGURING,
                        view -> !view.isAsAsked(),
                        view -> "Switching " + view.request().version()
                                + (view.request().enabled() ? " on." : " off."),
                        view -> new Decision.Act(VersionWrites.change(view.request()))),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "the version is as asked for, proven by a read",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> "Version " + view.request().version() + " is "
                                + (view.request().enabled() ? "on." : "off."),
                        view -> new Decision.Done(outcome(view))));
    }

    private static KeyVersionSwitch outcome(KeyVersionView view) {
        return KeyVersionSwitch.builder()
                .vault(view.request().vault())
                .version(view.request().version())
                .enabled(view.request().enabled())
                .checked(view.request().enabled() ? List.of() : view.request().checked())
                .unseen(view.request().enabled() ? "" : VersionWrites.unseen(view.request()))
                .observedAt(view.facts().get(view.subjectKey()).at())
                .writes(view.memory().writes())
                .build();
    }
}
