package io.github.hpccachecmk.report;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ResourceId;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rights that a request needs, and no more: each action with the narrowest scope that does. Immutable.
 *
 * <p>It is worked out from the request alone, so it holds what is needed on a vault of either access model until {@link #on}
 * says which. It says what the operations need, not what a caller has: deny assignments, conditions, policies and locks may
 * still stand in the way of somebody who has all of it.
 *
 * @param subject the resource that the request is about
 * @param all the rights, in the order of their use
 */
public record RequiredPermissions(ResourceId subject, List<RequiredPermission> all) {
    /**
     * Copies the list.
     *
     * @param subject see above
     * @param all see above
     */
    public RequiredPermissions {
        all = List.copyOf(all);
    }

    /**
     * Those needed on a vault that gives access in one way.
     *
     * @param model how the vault gives access
     * @return the rights that are left
     */
    public RequiredPermissions on(AccessModel model) {
        return only(permission ->
                permission.onlyOn().filter(other -> other != model).isEmpty());
    }

    /**
     * Those that the request cannot do without. A plan tells less with these alone: what it cannot read is a finding.
     *
     * @return the rights that are left
     */
    public RequiredPermissions essential() {
        return only(RequiredPermission::isEssential);
    }

    /**
     * The scopes, each once.
     *
     * @return ARM ids, in the order of their use
     */
    public List<String> scopes() {
        return all.stream().map(RequiredPermission::scope).distinct().toList();
    }

    /**
     * The actions needed at one scope, each once.
     *
     * @param scope one of {@link #scopes()}
     * @param plane which plane
     * @return the actions, in the order of their use
     */
    public List<String> actions(String scope, RequiredPermission.Plane plane) {
        return all.stream()
                .filter(permission -> permission.scope().equals(scope) && permission.plane() == plane)
                .map(RequiredPermission::action)
                .distinct()
                .toList();
    }

    private RequiredPermissions only(Predicate<RequiredPermission> which) {
        return new RequiredPermissions(subject, all.stream().filter(which).toList());
    }
}
