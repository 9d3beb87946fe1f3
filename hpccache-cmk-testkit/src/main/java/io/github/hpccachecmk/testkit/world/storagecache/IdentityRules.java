package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the service refuses in identities. Kinds of identity: the REST specification; words are inferred. */
final class IdentityRules {
    private IdentityRules() {}

    /** The parts of {@code identity.type}: SystemAssigned, UserAssigned; empty for None or none. */
    static Set<String> parts(Doc document) {
        Set<String> parts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(document.text("identity.type").orElse("None").split(","))
                .map(String::trim)
                .filter(part -> !part.equalsIgnoreCase("None"))
                .forEach(parts::add);
        return parts;
    }

    static Optional<WireResponse> check(World world, Call call, Kind kind, Doc body) {
        Set<String> parts = parts(body);
        Set<String> ids = body.object("identity.userAssignedIdentities").keySet();
        Set<String> legal = kind == Kind.CACHE ? Set.of("SystemAssigned", "UserAssigned") : Set.of("UserAssigned");
        for (String part : parts) {
            if (legal.stream().noneMatch(part::equalsIgnoreCase)) {
                return BodyRules.invalid(
                        "The identity type '" + body.text("identity.type").orElse("") + "' is not supported.",
                        "identity");
            }
        }
        if (parts.contains("UserAssigned") == ids.isEmpty()) {
            return BodyRules.invalid(
                    ids.isEmpty()
                            ? "The identity type UserAssigned needs userAssignedIdentities."
                            : "userAssignedIdentities need the identity type UserAssigned.",
                    "identity");
        }
        for (String id : ids) {
            if (world.state(id, IdentityState.class).isEmpty()) {
                return Optional.of(ArmErrors.of(
                        400,
                        "FailedIdentityOperation",
                        "Identity operation for resource '" + call.id()
                                + "' failed with error 'Failed to perform resource identity operation. Resource '" + id
                                + "' was not found.'."));
            }
            Optional<WireResponse> refusal =
                    call.missingLinkedRight("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", id);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
