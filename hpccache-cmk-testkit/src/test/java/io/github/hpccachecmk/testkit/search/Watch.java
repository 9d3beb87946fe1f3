package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.storagecache.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Watches one pass of one process: every write that it sends, and what it tells. Mutable, for one pass. */
final class Watch implements Watcher {
    static final String SIGNATURE = "fa4eSIGNATUREdoNotShow";
    private static final Map<String, WriteKind> KINDS = Map.of(
            "PROTECT_VAULT", WriteKind.PROTECT_VAULT,
            "ADD_ACCESS_POLICY", WriteKind.ADD_ACCESS_POLICY,
            "CREATE_ROLE_ASSIGNMENT", WriteKind.ASSIGN_ROLE,
            "CREATE_TARGET", WriteKind.CREATE_TARGET,
            "UPDATE_TARGET", WriteKind.UPDATE_ENCRYPTION);

    private final Start start;
    private final CmkRequest<EncryptedResource> request;
    private final boolean isBound;
    private final World atStart;
    private final List<World> believed;
    private final Observed observed;
    private final Optional<Instant> grantedAt;
    private final List<Breach> breaches = new ArrayList<>();
    private boolean wasLiedTo;
    private boolean wasStale;
    private int lies;
    private int writes;

    /**
     * A watch.
     *
     * @param start where the path began
     * @param actor whose pass it is
     * @param atStart the world when the pass began
     * @param believed the worlds of the last minute, where facts are kept; a process may still go by each
     * @param observed what the process was told so far
     * @param grantedAt since when the identities of the resource have access; empty while they have none
     */
    Watch(Start start, int actor, World atStart, List<World> believed, Observed observed, Optional<Instant> grantedAt) {
        this.start = start;
        this.request = start.requests().get(actor);
        this.isBound = actor == 0 && start.approved().isPresent();
        this.atStart = atStart;
        this.believed = believed;
        this.observed = observed;
        this.grantedAt = grantedAt;
    }

    List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    @Override
    public void liedTo(Strike lie) {
        wasLiedTo = true;
        lies++;
        wasStale |= lie == Strike.STALE;
    }

    @Override
    public void write(WireRequest call, String operation, World before, World after, Instant now) {
        writes++;
        check(writes == 1, Safety.ONE_WRITE_A_PASS, "a second write, " + call);
        check(!call.method().equals("DELETE"), Safety.NOTHING_DELETED, call.toString());
        check(
                before.below("").allMatch(resource -> after.exists(resource.id())),
                Safety.NOTHING_DELETED,
                call.toString());
        check(
                wasLiedTo
                        || !new Truth(atStart, start).isConverged(request)
                        || !believed.stream().allMatch(world -> new Truth(world, start).isConverged(request)),
                Safety.NO_WRITE_AFTER_CONVERGENCE,
                call.toString());
        verified(call, operation);
        access(call, before, after);
        protection(call, before, after);
        plan(call, operation);
        target(call, operation, before, after, now);
    }

    private void verified(WireRequest call, String operation) {
        var key = call.document()
                .text("properties.encryptionSettings.keyEncryptionKey.keyUrl")
                .orElse("");
        check(
                observed.hasSeenVault(start.vault())
                        && (key.isEmpty() ? observed.hasSeenUsableKey() : observed.hasSeenUsable(key)),
                Safety.VERIFIED_BEFORE_WRITE,
                call + " " + key);
        check(
                !operation.equals("CREATE_TARGET") || observed.hasSeenProtected(start.vault()),
                Safety.PROTECTED_BEFORE_CREATE,
                call.toString());
    }

    private void access(WireRequest call, World before, World after) {
        var old = new Truth(before, start).access();
        var changed = new Truth(after, start).access();
        old.forEach((who, rights) -> check(
                changed.containsKey(who) && changed.get(who).containsAll(rights),
                Safety.OTHERS_ACCESS_UNTOUCHED,
                call + " took from " + who));
        var ours = new TreeSet<>(new Truth(after, start).principals());
        // Whoever was given access may be gone since the pass has looked.
        ours.addAll(new Truth(atStart, start).principals());
        changed.forEach((who, rights) -> {
            var added = new TreeSet<>(rights);
            added.removeAll(old.getOrDefault(who, Set.of()));
            for (var right : added) {
                boolean isPolicy =
                        List.of("keys:get", "keys:wrapkey", "keys:unwrapkey").contains(right)
                                && ours.stream().anyMatch(principal -> who.equals(start.vault() + " " + principal));
                boolean isRole = ours.stream()
                        .anyMatch(principal -> right.equals(principal + " " + Truth.ENCRYPTION_USER + " "
                                        + start.vault() + "/keys/" + Scenery.KEY)
                                || right.equals(principal + " " + Truth.ENCRYPTION_USER + " " + start.vault() + "/keys/"
                                        + Scenery.OTHER_KEY));
                check(isPolicy || isRole, Safety.LEAST_GRANT, call + " gave " + who + " " + right);
            }
        });
    }

    private void protection(WireRequest call, World before, World after) {
        after.below("", "Microsoft.KeyVault/vaults").forEach(vault -> {
            var id = World.canonical(vault.id());
            boolean isSwitched = new Truth(after, start).isProtected(id) && !new Truth(before, start).isProtected(id);
            check(
                    !isSwitched
                            || Consents.of(request).stream()
                                    .anyMatch(
                                            consent -> World.canonical(consent).equals(id)),
                    Safety.CONSENTED_PROTECTION,
                    call + " protected " + id);
        });
    }

    private void plan(WireRequest call, String operation) {
        if (!isBound) {
            return;
        }
        var kind = request instanceof ChangeKey && operation.equals("UPDATE_TARGET")
                ? WriteKind.CHANGE_KEY
                : KINDS.get(operation);
        var scope = World.canonical(
                call.path().replaceAll("(?i)/accessPolicies/add$|/providers/Microsoft.Authorization/.*$", ""));
        boolean isHeld = start.approved().orElseThrow().writes().stream()
                .anyMatch(write ->
                        write.kind() == kind && World.canonical(write.scope()).equals(scope));
        check(isHeld, Safety.APPROVED_PLAN_BINDS, call.toString());
    }

    private void target(WireRequest call, String operation, World before, World after, Instant now) {
        var old = new Truth(before, start);
        var changed = new Truth(after, start);
        check(
                !old.exists()
                        || !changed.exists()
                        || old.keyUrl().equalsIgnoreCase(changed.keyUrl())
                        || (request instanceof ChangeKey && changed.hasKeyOf(request)),
                Safety.KEY_NEVER_CHANGED,
                call + " from " + old.keyUrl() + " to " + changed.keyUrl());
        if (request instanceof ChangeKey && operation.equals("UPDATE_TARGET")) {
            switched(call, now);
        }
        if (!operation.equals("CREATE_TARGET")) {
            return;
        }
        var then = new Truth(atStart, start);
        // Two witnesses that both tell what is not so are believed: there is no third, nor a condition for a PUT.
        // A stale read can show the failure of before the last resend; the service refuses the one that follows.
        // So can a fact that is kept, for its minute: the same request's other process has sent it again since.
        boolean wasFailed = then.isPhase(Phase.FAILED)
                || believed.stream().anyMatch(world -> new Truth(world, start).isPhase(Phase.FAILED));
        boolean isResend = (wasFailed || wasStale) && start.isFileSystem() && then.hasKeyOf(request);
        check(
                lies > 1
                        || !then.exists()
                        || isResend
                        || !believed.stream().allMatch(world -> new Truth(world, start).exists()),
                Safety.NO_PUT_OVER_OTHERS,
                call.toString());
        check(
                then.exists() || old.exists() || !observed.hasSeenTarget(),
                Safety.NO_RECREATION,
                call + ", which this process had seen");
        if (start.isFileSystem()) {
            var settled = grantedAt.map(at -> at.plus(request.settleWindow()).minus(Duration.ofSeconds(5)));
            check(
                    settled.filter(at -> !now.isBefore(at)).isPresent()
                            || wasLiedTo
                            || (grantedAt.isEmpty()
                                    && believed.stream().anyMatch(world -> new Truth(world, start).isGranted())),
                    Safety.SETTLED_BEFORE_CREATE,
                    call + ", granted " + grantedAt.map(Instant::toString).orElse("never") + ", now " + now);
        }
    }

    /** Where roles decide, access to the new key is a role on it; policies hold for all keys of the vault and are old. */
    private void switched(WireRequest call, Instant now) {
        // Somebody may have changed it since the pass has looked.
        var seen = Stream.concat(Stream.of(atStart), believed.stream()).map(world -> new Truth(world, start));
        check(
                wasLiedTo || seen.anyMatch(truth -> !truth.isRbac() || isSettled(truth, now)),
                Safety.SETTLED_BEFORE_SWITCH,
                call + ", now " + now);
    }

    private boolean isSettled(Truth truth, Instant now) {
        return truth.assignedAt(Scenery.OTHER_KEY)
                .map(at -> at.plus(request.settleWindow()).minus(Duration.ofSeconds(5)))
                .filter(at -> !now.isBefore(at))
                .isPresent();
    }

    /** What the pass came to. */
    void result(StepResult<EncryptedResource> result, World after) {
        var told = result.toString();
        check(!told.contains(SIGNATURE), Safety.NO_SECRET_TOLD, "in the result of the pass");
        if (result.state() == StepResult.State.DONE) {
            var truth = new Truth(after, start);
            check(
                    wasLiedTo
                            || truth.isServed(request)
                            || new Truth(atStart, start).isServed(request)
                            || believed.stream().anyMatch(world -> new Truth(world, start).isServed(request)),
                    Safety.DONE_IS_TRUE,
                    "done, but " + truth.target() + " " + truth.keyUrl());
        }
    }

    void threw(Throwable thrown) {
        breaches.add(new Breach(Safety.NEVER_THROWS, thrown.toString()));
    }

    private void check(boolean holds, Safety property, String detail) {
        if (!holds) {
            breaches.add(new Breach(property, detail));
        }
    }
}
