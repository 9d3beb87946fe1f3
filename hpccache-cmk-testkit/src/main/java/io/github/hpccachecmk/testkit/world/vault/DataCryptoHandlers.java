package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** wrapKey, unwrapKey, encrypt and decrypt with real RSA. */
final class DataCryptoHandlers {
    private final RsaCrypto crypto;

    DataCryptoHandlers(RsaCrypto crypto) {
        this.crypto = crypto;
    }

    DataPlane.Served wrapKey() {
        return (world, call, vault) -> handle(world, call, vault, "wrapKey", true);
    }

    DataPlane.Served unwrapKey() {
        return (world, call, vault) -> handle(world, call, vault, "unwrapKey", false);
    }

    DataPlane.Served encrypt() {
        return (world, call, vault) -> handle(world, call, vault, "encrypt", true);
    }

    DataPlane.Served decrypt() {
        return (world, call, vault) -> handle(world, call, vault, "decrypt", false);
    }

    private Step handle(World world, Call call, Resource vault, String operation, boolean isForward) {
        Optional<FoundKey> found = FoundKey.find(world, vault, call.param("key"));
        Optional<KeyVersion> version = found.flatMap(key -> DataKeyHandlers.version(key, call));
        if (version.isEmpty()) {
            return Step.of(world, DataErrors.keyNotFound(DataKeyHandlers.named(call)));
        }
        KeyState state = found.get().state();
        Optional<WireResponse> refusal = refuse(world, call, state, version.get(), operation, isForward);
        Optional<RsaCrypto.Algorithm> algorithm =
                RsaCrypto.Algorithm.of(call.body().text("alg").orElse(""));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        if (algorithm.isEmpty() || !state.material(version.get()).kty().startsWith("RSA")) {
            return Step.of(
                    world,
                    DataErrors.badParameter(
                            "The algorithm '" + call.body().text("alg").orElse("")
                                    + "' is not supported for keys of type "
                                    + state.material(version.get()).kty() + "."));
        }
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        RsaCrypto.Source source = documents.source(found.get().resource(), state, version.get());
        String kid = documents.kid(found.get().resource(), version.get());
        return Step.of(world, compute(call, source, algorithm.get(), isForward, kid));
    }

    private WireResponse compute(
            Call call, RsaCrypto.Source source, RsaCrypto.Algorithm algorithm, boolean isForward, String kid) {
        try {
            byte[] value =
                    Base64.getUrlDecoder().decode(call.body().text("value").orElse(""));
            byte[] result =
                    isForward ? crypto.encrypt(source, algorithm, value) : crypto.decrypt(source, algorithm, value);
            return WireResponse.of(
                    200,
                    Doc.of(
                            "kid",
                            kid,
                            "value",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(result)));
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            // The value is too long, no base64url or was made with another key. It is secret: the refusal must not
            // quote it.
            return DataErrors.badParameter("The parameter is incorrect.");
        }
    }

    private static Optional<WireResponse> refuse(
            World world, Call call, KeyState state, KeyVersion version, String operation, boolean isForward) {
        if (!version.enabled()) {
            return Optional.of(DataErrors.forbidden(
                    "KeyDisabled", "Operation " + operation + " is not allowed on a disabled key."));
        }
        if (state.operations().stream().noneMatch(operation::equalsIgnoreCase)) {
            return Optional.of(DataErrors.forbidden(
                    "KeyOperationForbidden", "Operation " + operation + " is not permitted on this key."));
        }
        boolean asksDates = isForward || !call.on(world, Behaviour.UNWRAP_IGNORES_DATES);
        if (asksDates
                && version.expires().filter(end -> !call.now().isBefore(end)).isPresent()) {
            return Optional.of(DataErrors.forbidden(
                    "KeyExpired", "Operation " + operation + " is not allowed on an expired key."));
        }
        return asksDates && version.notBefore().filter(call.now()::isBefore).isPresent()
                ? Optional.of(DataErrors.forbidden(
                        "KeyNotYetValid", "Operation " + operation + " is not allowed on a key that is not yet valid."))
                : Optional.empty();
    }
}
