package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way to a handler: matched, authenticated, authorised.
 *
 * @param request as it came
 * @param route the row that serves it
 * @param parameters of the path, in the caller's spelling; for a vault's host also {@code vault}
 * @param caller who calls
 * @param rights all that the caller may do
 * @param requestId the id of the answer; also that of an operation which the call begins
 * @param now the time of the call
 * @param decisions collects which inferred behaviours decided
 */
public record Call(
        WireRequest request,
        Route route,
        Map<String, String> parameters,
        Caller caller,
        List<RightGrant> rights,
        String requestId,
        Instant now,
        Decisions decisions) {

    /** A parameter of the path, in the caller's spelling. */
    public String param(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The path " + route.path() + " has no parameter " + name);
        }
        return value;
    }

    /** The path, filled in: literals as the specification spells them, parameters as the caller did. */
    public String id() {
        return route.path().fill(parameters);
    }

    /** The resource that is acted on: for {@code POST …/caches/{name}/stop} the cache, else as {@link #id}. */
    public String target() {
        return route.path().rightsScope().fill(parameters);
    }

    /** The request's body as an object. */
    public Doc body() {
        return request.document();
    }

    /** The request's api-version; empty text without one. */
    public String apiVersion() {
        return request.parameter("api-version").orElse("");
    }

    /** Whether a behaviour is on; remembered for the journal when it is an inferred one. */
    public boolean on(World world, Behaviour behaviour) {
        return decisions.on(world, behaviour);
    }

    /** Whether the caller may do a control-plane action at a scope. */
    public boolean may(String action, String scope) {
        return rights.stream().anyMatch(grant -> grant.allows(action, scope));
    }

    /** Whether the caller may do a data-plane action at a scope. */
    public boolean mayData(String dataAction, String scope) {
        return rights.stream().anyMatch(grant -> grant.allowsData(dataAction, scope));
    }

    /** The refusal of the first linked right that the caller lacks; {@code null}-free: empty when it has it. */
    public Optional<WireResponse> missingLinkedRight(String action, String linkedScope) {
        return may(action, linkedScope)
                ? Optional.empty()
                : Optional.of(ArmErrors.linkedAuthorizationFailed(
                        caller, route.right().orElse(route.operation()), id(), action, linkedScope));
    }
}
