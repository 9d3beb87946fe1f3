package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.RevokeGrant;
import java.util.ArrayList;
import java.util.List;

/** How access is taken away, and what is said of what is left. Pure. */
final class RevokeWrites {
    private RevokeWrites() {}

    static Write role(RevokeGrant request, RoleAssignment ours) {
        return new Write.RemoveRole(
                ours,
                new PlannedWrite(
                        WriteKind.REMOVE_ROLE,
                        ours.id(),
                        "principal " + request.principal() + ": Key Vault Crypto Service Encryption User on the key "
                                + request.keyName(),
                        "DELETE of the role assignment, whose name is derived from key, principal and role",
                        "no cache or file system that was seen needs it. " + unseen(request)));
    }

    static Write entry(RevokeGrant request, AccessPolicy ours) {
        return new Write.RemoveAccessPolicy(
                request.vault(),
                ours,
                new PlannedWrite(
                        WriteKind.REMOVE_ACCESS_POLICY,
                        request.vault().toString(),
                        "principal " + request.principal() + ": get, wrapKey, unwrapKey on every key of the vault",
                        "PUT accessPolicies/remove with these three key permissions; others of the entry stay",
                        "no cache or file system that was seen needs it, and the request consents to this entry. "
                                + unseen(request)));
    }

    static String unseen(RevokeGrant request) {
        return "Looked through: the caches and file systems of subscription "
                + String.join(", ", request.subscriptions())
                + " that the caller may read. Not seen: those of other subscriptions, and other services that use the key with"
                + " this identity.";
    }

    /** What gives the principal access, or may, and is not provably ours. */
    static List<String> left(RevokeGrantView view) {
        var left = new ArrayList<String>();
        view.assignments()
                .forEach(assignment -> left.add("role assignment " + assignment.id() + " of role "
                        + assignment.roleId() + " on " + assignment.scope()
                        + (assignment.principal().equals(view.request().principal())
                                ? ""
                                : ", through group " + assignment.principal())
                        + ": not made by this library"));
        view.entries()
                .forEach(entry -> left.add(
                        "entry in the access policies of " + view.request().vault() + " with "
                                + entry.keyPermissions().stream().sorted().toList()
                                + entry.application()
                                        .map(id -> " for application " + id)
                                        .orElse("")
                                + (view.isRbac() ? ", without effect while the vault goes by roles" : "") + ": "
                                + (view.request().consent().isPresent()
                                        ? "it holds something else than this library writes"
                                        : "who wrote it cannot be told, and the request has no consent for it")));
        return List.copyOf(left);
    }
}
