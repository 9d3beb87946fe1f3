package io.github.hpccachecmk.testkit.world;

/**
 * An assignment of Azure Policy with effect deny.
 *
 * @param assignment the assignment's name
 * @param scope where it holds, and below
 * @param action the control-plane action that it denies, with {@code *} as wildcard: {@code Microsoft.StorageCache/caches/write}
 */
public record PolicyDenial(String assignment, String scope, String action) {
    /** The id of the assignment. */
    public String id() {
        return (scope.equals("/") ? "" : scope) + "/providers/Microsoft.Authorization/policyAssignments/" + assignment;
    }
}
