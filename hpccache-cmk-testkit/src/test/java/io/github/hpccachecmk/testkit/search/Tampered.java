package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.request.Requests;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Means to put defects around the real code. */
final class Tampered {
    private Tampered() {}

    /** Answers of GETs whose path matches show something else than the service said. */
    static Mutation answers(String path, UnaryOperator<Doc> edit) {
        var pattern = Pattern.compile(path);
        return new Mutation() {
            @Override
            public Function<WireRequest, WireOutcome> wire(Function<WireRequest, WireOutcome> services) {
                return request -> {
                    var outcome = services.apply(request);
                    return request.method().equals("GET")
                                    && pattern.matcher(request.path()).find()
                                    && outcome instanceof WireOutcome.Answered answered
                                    && answered.response().isSuccess()
                            ? new WireOutcome.Answered(edited(answered.response(), edit))
                            : outcome;
                };
            }
        };
    }

    private static WireResponse edited(WireResponse response, UnaryOperator<Doc> edit) {
        return new WireResponse(response.status(), response.headers(), edit.apply(response.document()));
    }

    /** The PUT that a careless client makes of a PATCH: the vault as read, protected, with the entries that it knows. */
    static WireRequest wholeVault(Function<WireRequest, WireOutcome> services, WireRequest patch) {
        var read = new WireRequest(
                "GET", patch.host(), patch.path(), patch.query(), patch.headers(), null, patch.principal());
        if (!patch.path().contains("/vaults/") || !(services.apply(read) instanceof WireOutcome.Answered answered)) {
            return patch;
        }
        var vault = answered.response().document();
        var properties = Doc.of(
                        "tenantId",
                        vault.text("properties.tenantId").orElse(""),
                        "sku",
                        vault.object("properties.sku"),
                        "enableSoftDelete",
                        true,
                        "enablePurgeProtection",
                        true)
                .with("accessPolicies", List.of());
        return new WireRequest(
                "PUT",
                patch.host(),
                patch.path(),
                patch.query(),
                Map.of(),
                Doc.of("location", vault.text("location").orElse(""), "properties", properties),
                patch.principal());
    }

    /** The same ports, in which the arguments of vault calls are changed on the way. */
    static Ports vaults(Ports ports, BiConsumer<String, Object[]> change) {
        var vaults = (VaultPort) Proxy.newProxyInstance(
                VaultPort.class.getClassLoader(), new Class<?>[] {VaultPort.class}, (proxy, method, arguments) -> {
                    change.accept(method.getName(), arguments);
                    try {
                        return method.invoke(ports.vaults(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return new Ports(
                ports.targets(),
                vaults,
                ports.keys(),
                ports.keyData(),
                ports.access(),
                ports.identities(),
                ports.providers(),
                ports.inventory(),
                ports.materials());
    }

    /** Looks for the newest version of a key come to something else than the service said. */
    static Mutation keys(UnaryOperator<Optional<KeySnapshot>> edit) {
        return new Mutation() {
            @Override
            public Ports ports(Ports ports) {
                var keys = (KeyPort) Proxy.newProxyInstance(
                        KeyPort.class.getClassLoader(), new Class<?>[] {KeyPort.class}, (proxy, method, arguments) -> {
                            try {
                                var answer = method.invoke(ports.keys(), arguments);
                                return method.getName().equals("get") ? edited((Answer<?>) answer, edit) : answer;
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
                return new Ports(
                        ports.targets(),
                        ports.vaults(),
                        keys,
                        ports.keyData(),
                        ports.access(),
                        ports.identities(),
                        ports.providers(),
                        ports.inventory(),
                        ports.materials());
            }
        };
    }

    private static Answer<?> edited(Answer<?> answer, UnaryOperator<Optional<KeySnapshot>> edit) {
        var found = ((Optional<?>) answer.value()).map(KeySnapshot.class::cast);
        return new Answer<>(edit.apply(found), answer.at());
    }

    /** A request that lets no grant settle. */
    static Mutation withoutSettleWindow() {
        return new Mutation() {
            @Override
            public CmkRequest<EncryptedResource> request(CmkRequest<EncryptedResource> request) {
                var form = new HashMap<String, Object>(request.toMap());
                form.put("settleWindow", "PT0S");
                return (EncryptionRequest) Requests.fromMap(form);
            }
        };
    }
}
