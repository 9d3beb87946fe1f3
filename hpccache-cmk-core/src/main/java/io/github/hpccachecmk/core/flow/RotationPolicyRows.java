package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.RotationPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a key's rotation policy at its vault, compares, and sets it where it differs. */
final class RotationPolicyRows {
    static final TransitionTable<RotationPolicyView> TABLE = new TransitionTable<>(
            "Set a rotation policy",
            Stream.concat(KeyRequestRows.<RotationPolicyView>vault().stream(), rows().stream())
                    .toList());

    private RotationPolicyRows() {}

    private static List<Row<RotationPolicyView>> rows() {
        return List.of(
                new Row<>(
                        "look-policy",
                        Row.Section.IDENTIFYING,
                        "the policy was not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.policyKey()).isUnread(),
                        view -> "Reading the rotation policy.",
                        view -> new Decision.Read(Set.of(view.policyKey()))),
                new Row<>(
                        "policy-failed",
                        Row.Section.IDENTIFYING,
                        "the policy could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.policyKey()).failure().isPresent(),
                        view -> "Reading the rotation policy failed.",
                        view -> Waits.in(view).trouble(Set.of(view.policyKey()))),
                new Row<>(
                        "no-key",
                        Row.Section.IDENTIFYING,
                        "the vault has no such key",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.policy().isEmpty(),
                        view -> "There is no key " + view.request().keyName() + ".",
                        view -> KeyRequestRows.missing(
                                view, "There is no key " + view.keyUrl() + "; it may be in deleted state.")),
                new Row<>(
                        "set-policy",
                        Row.Section.COMPLETING,
                        "the policy is another than asked for",
                        Decision.Act.class,
                        Phase.CONFIGURING,
                        view -> !view.isAsAsked(),
                        view -> "Setting the rotation policy of " + view.keyUrl() + ".",
                        view -> new Decision.Act(RotationWrites.set(
                                view.keyUrl(),
                                view.request().subject(),
                                view.policy().orElseGet(RotationSnapshot::none),
                                view.request().rotation(),
                                "the key has another rotation policy"))),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "the policy is as asked for, proven by a read",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> "The rotation policy of " + view.keyUrl() + " is as asked for.",
                        view -> new Decision.Done(outcome(view))));
    }

    private static RotationPolicy outcome(RotationPolicyView view) {
        return RotationPolicy.builder()
                .vault(view.request().vault())
                .key(view.keyUrl())
                .rotation(view.request().rotation())
                .observedAt(view.facts().get(view.policyKey()).at())
                .writes(view.memory().writes())
                .build();
    }
}
