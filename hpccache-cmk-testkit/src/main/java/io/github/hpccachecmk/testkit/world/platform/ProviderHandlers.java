package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Resource providers. A provider that a world says nothing about is registered; a resource
 * {@code /subscriptions/{id}/providers/{namespace}} can say otherwise, and can have other resource types.
 */
final class ProviderHandlers {
    private static final int LARGEST_PAGE = 1000;

    private ProviderHandlers() {}

    static Step get(World world, Call call) {
        return Step.of(
                world,
                read(world, call, call.param("namespace"))
                        .map(provider -> WireResponse.of(200, provider))
                        .orElseGet(() -> unknown(call.param("namespace"))));
    }

    static Step list(World world, Call call) {
        List<Doc> providers = ProviderCatalogue.namespaces().stream()
                .flatMap(namespace -> read(world, call, namespace).stream())
                .toList();
        return Step.of(world, Paging.page(call, providers, "$top", LARGEST_PAGE));
    }

    static Step register(World world, Call call) {
        return turn(world, call, "register", "Registered");
    }

    static Step unregister(World world, Call call) {
        return turn(world, call, "unregister", "NotRegistered");
    }

    private static Step turn(World world, Call call, String verb, String state) {
        Optional<String> namespace = ProviderCatalogue.spelling(call.param("namespace"));
        if (namespace.isEmpty()) {
            return Step.of(world, unknown(call.param("namespace")));
        }
        String action = namespace.get() + "/" + verb + "/action";
        String subscription = "/subscriptions/" + call.param("subscription");
        if (!call.may(action, subscription)) {
            return Step.of(world, ArmErrors.authorizationFailed(call.caller(), action, subscription));
        }
        String id = id(call, namespace.get());
        Resource provider =
                world.resource(id).orElseGet(() -> new Resource(id, Doc.empty(), ResourceState.Plain.STATE));
        World changed = world.with(provider.with(provider.document().with("registrationState", state)));
        return Step.of(
                changed,
                WireResponse.of(200, read(changed, call, namespace.get()).orElse(Doc.empty())));
    }

    private static Optional<Doc> read(World world, Call call, String asked) {
        return ProviderCatalogue.spelling(asked).map(namespace -> {
            String id = id(call, namespace);
            Doc stored = world.resource(id).map(Resource::document).orElse(Doc.empty());
            return Doc.of(
                            "id",
                            id,
                            "namespace",
                            namespace,
                            "resourceTypes",
                            ProviderCatalogue.resourceTypes(namespace),
                            "registrationState",
                            "Registered",
                            "registrationPolicy",
                            "RegistrationRequired")
                    .withAll(stored);
        });
    }

    private static String id(Call call, String namespace) {
        return "/subscriptions/" + call.param("subscription") + "/providers/" + namespace;
    }

    private static WireResponse unknown(String namespace) {
        return ArmErrors.gateway(
                404, "InvalidResourceNamespace", "The resource namespace '" + namespace + "' is invalid.");
    }
}
