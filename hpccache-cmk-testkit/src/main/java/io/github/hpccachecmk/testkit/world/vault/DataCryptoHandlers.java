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
        return Step.of(
                world,
                FoundVersion.find(world, vault, call)
                        .map(found -> refuse(world, call, found, operation, isForward)
                                .orElseGet(() -> use(world, call, vault, found, isForward)))
                        .orElseGet(() -> DataErrors.keyNotFound(DataKeyHandlers.named(call))));
    }

    private WireResponse use(World world, Call call, Resource vault, FoundVersion found, boolean isForward) {
        String asked = call.body().text("alg").orElse("");
        Optional<RsaCrypto.Algorithm> algorithm = RsaCrypto.Algorithm.of(asked);
        if (algorithm.isEmpty() || !found.material().kty().startsWith("RSA")) {
            return DataErrors.badParameter("The algorithm '" + asked + "' is not supported for keys of type "
                    + found.material().kty() + ".");
        }
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        RsaCrypto.Source source = documents.source(found.resource(), found.state(), found.version());
        String kid = documents.kid(found.resource(), found.version());
        return compute(call, source, algorithm.get(), isForward, kid);
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
            World world, Call call, FoundVersion found, String operation, boolean isForward) {
        KeyVersion version = found.version();
        if (!version.enabled()) {
            return Optional.of(DataErrors.forbidden(
                    "KeyDisabled", "Operation " + operation + " is not allowed on a disabled key."));
        }
        if (found.state().operations().stream().noneMatch(operation::equalsIgnoreCase)) {
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
