package io.github.hpccachecmk.testkit.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What ARM checks before it asks a provider: version, subscription, rights, group, registration, locks, policies. */
final class Gate {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Gate() {}

    static Optional<WireResponse> check(World world, Call call) {
        Route route = call.route();
        if (route.host() != HostKind.ARM) {
            return Optional.empty();
        }
        return audience(world, call)
                .or(() -> version(world, call))
                .or(() -> subscription(world, call))
                .or(() -> right(call))
                .or(() -> group(world, call))
                .or(() -> registration(world, call))
                .or(() -> locks(world, call))
                .or(() -> policies(world, call));
    }

    private static Optional<WireResponse> audience(World world, Call call) {
        return TokenAudience.fits(HostKind.ARM, call.request(), world.settings().vaultSuffix())
                ? Optional.empty()
                : Optional.of(ArmErrors.wrongAudience(
                        call.request().header(TokenAudience.HEADER).orElse("")));
    }

    private static Optional<WireResponse> version(World world, Call call) {
        if (call.route().versions().isEmpty()) {
            return Optional.empty();
        }
        ApiVersions versions = call.route().versions().get();
        String asked = call.apiVersion();
        if (asked.isEmpty()) {
            return Optional.of(ArmErrors.missingApiVersion());
        }
        return versions.accepts(asked)
                ? Optional.empty()
                : Optional.of(ArmErrors.unknownApiVersion(versions, asked, location(world, call)));
    }

    /** Where the resource is that a call is about: known from what exists, else from what is asked for. */
    private static Optional<String> location(World world, Call call) {
        return world.resource(call.target())
                .flatMap(resource -> resource.document().text("location"))
                .or(() -> call.body().text("location"))
                .map(Regions::plain);
    }

    private static Optional<WireResponse> subscription(World world, Call call) {
        Optional<String> named = scoped(call, "subscription", "/subscriptions/");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String subscription = named.get();
        if (!GUID.matcher(subscription).matches()) {
            return Optional.of(ArmErrors.gateway(
                    400,
                    "InvalidSubscriptionId",
                    "The provided subscription identifier '" + subscription + "' is malformed or invalid."));
        }
        return world.exists("/subscriptions/" + subscription)
                ? Optional.empty()
                : Optional.of(ArmErrors.subscriptionNotFound(subscription));
    }

    private static Optional<WireResponse> right(Call call) {
        if (call.route().right().isEmpty()) {
            return Optional.empty();
        }
        String action = call.route().right().get();
        String scope = call.route().path().rightsScope().fill(call.parameters());
        return call.may(action, scope)
                ? Optional.empty()
                : Optional.of(ArmErrors.authorizationFailed(call.caller(), action, scope));
    }

    private static Optional<WireResponse> group(World world, Call call) {
        Optional<String> group = scoped(call, "group", "/resourceGroups/");
        Optional<String> subscription = scoped(call, "subscription", "/subscriptions/");
        // A call on the group itself is answered by its handler: a PUT makes it.
        if (group.isEmpty()
                || subscription.isEmpty()
                || call.route().path().toString().endsWith("{group}")) {
            return Optional.empty();
        }
        Optional<Resource> found =
                world.resource("/subscriptions/" + subscription.get() + "/resourceGroups/" + group.get());
        if (found.isEmpty()) {
            return Optional.of(ArmErrors.resourceGroupNotFound(group.get()));
        }
        boolean isDeleting = found.get()
                .document()
                .text("properties.provisioningState")
                .filter("Deleting"::equals)
                .isPresent();
        return isDeleting && call.request().method().equals("PUT")
                ? Optional.of(ArmErrors.groupIsBeingDeleted(group.get()))
                : Optional.empty();
    }

    /** A parameter of the path or, for paths at any scope, what the scope says. */
    private static Optional<String> scoped(Call call, String parameter, String marker) {
        String direct = call.parameters().get(parameter);
        if (direct != null) {
            return Optional.of(direct);
        }
        String scope = call.parameters().getOrDefault("scope", "");
        int at = Doc.lower(scope).indexOf(Doc.lower(marker));
        if (at < 0) {
            return Optional.empty();
        }
        String rest = scope.substring(at + marker.length());
        int end = rest.indexOf('/');
        return Optional.of(end < 0 ? rest : rest.substring(0, end));
    }

    private static Optional<WireResponse> registration(World world, Call call) {
        if (!call.route().isPolicyChecked() || call.route().versions().isEmpty()) {
            return Optional.empty();
        }
        String namespace = call.route().versions().get().namespace();
        Optional<String> subscription = scoped(call, "subscription", "/subscriptions/");
        return subscription
                .flatMap(id -> world.resource("/subscriptions/" + id + "/providers/" + namespace))
                .filter(provider -> !provider.document()
                        .text("registrationState")
                        .orElse("")
                        .equals("Registered"))
                .map(provider -> ArmErrors.missingRegistration(namespace));
    }

    private static Optional<WireResponse> locks(World world, Call call) {
        boolean isPost = call.request().method().equals("POST");
        boolean isAsking = !call.route().isWrite();
        if (isAsking && (!isPost || !call.on(world, Behaviour.READ_ONLY_LOCK_STOPS_POST))) {
            return Optional.empty();
        }
        boolean isDelete = call.route().effect() == Route.Effect.DELETE;
        String scope = call.route().path().rightsScope().fill(call.parameters());
        List<String> locked = world.resources(ResourceState.class)
                .filter(resource -> Doc.lower(resource.id()).contains("/providers/microsoft.authorization/locks/"))
                .filter(lock -> isDelete
                        || lock.document().text("properties.level").orElse("").equals("ReadOnly"))
                .map(lock -> lock.id().substring(0, Doc.lower(lock.id()).lastIndexOf("/providers/")))
                .filter(lockScope -> RightGrant.covers(lockScope, scope)
                        // What is locked further down goes with what is deleted.
                        || (isDelete && RightGrant.covers(scope, lockScope)))
                .toList();
        // A lock can be taken off while it holds.
        boolean isLockItself = Doc.lower(call.id()).contains("/providers/microsoft.authorization/locks/");
        return locked.isEmpty() || isLockItself
                ? Optional.empty()
                : Optional.of(ArmErrors.scopeLocked(scope, isDelete, locked));
    }

    private static Optional<WireResponse> policies(World world, Call call) {
        if (!call.route().isPolicyChecked() || call.route().right().isEmpty()) {
            return Optional.empty();
        }
        String id = call.id();
        return world.settings().policies().stream()
                .filter(policy -> RightGrant.covers(policy.scope(), id)
                        && RightGrant.matches(
                                policy.action(), call.route().right().get()))
                .findFirst()
                .map(policy -> ArmErrors.disallowedByPolicy(id.substring(id.lastIndexOf('/') + 1), policy));
    }
}
