package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Keys on the data plane: made, brought along, read, changed, rotated. Each of create, import and rotate makes a version. */
final class DataKeyHandlers {
    static final int LARGEST_PAGE = 25;

    private final RsaCrypto crypto;

    DataKeyHandlers(RsaCrypto crypto) {
        this.crypto = crypto;
    }

    Step get(World world, Call call, Resource vault) {
        return Step.of(
                world,
                FoundVersion.find(world, vault, call)
                        .map(found -> bundle(world, vault, found.key(), found.version()))
                        .orElseGet(() -> DataErrors.keyNotFound(named(call))));
    }

    Step list(World world, Call call, Resource vault) {
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        List<Doc> keys = FoundKey.all(world, vault)
                .map(key -> documents.item(key.resource(), key.state().latest()))
                .toList();
        return Step.of(world, Paging.page(call, keys, "maxresults", LARGEST_PAGE));
    }

    Step listVersions(World world, Call call, Resource vault) {
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        List<Doc> versions = FoundKey.find(world, vault, call.param("key")).stream()
                .flatMap(key ->
                        key.state().versions().stream().map(version -> documents.versionItem(key.resource(), version)))
                .toList();
        return Step.of(world, Paging.page(call, versions, "maxresults", LARGEST_PAGE));
    }

    Step create(World world, Call call, Resource vault) {
        Optional<WireResponse> refusal =
                NewKeys.refuse(call.param("key"), call.body(), "key_size").or(() -> refuseDeleted(world, call, vault));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        World next = world.next();
        KeyVersion version = NewKeys.version(
                next, call.body().object("attributes"), call.body().object("tags"), call.now());
        KeyState asked = NewKeys.state(call.body(), "key_size", "key_ops", version);
        return add(next, call, vault, version, asked.material(version), asked.operations());
    }

    Step importKey(World world, Call call, Resource vault) {
        Doc jwk = call.body().object("key");
        Optional<WireResponse> refusal = ImportedKeys.refuse(call.param("key"), jwk, isPremium(vault))
                .or(() -> refuseDeleted(world, call, vault));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        World next = world.next();
        KeyVersion version = NewKeys.version(
                next, call.body().object("attributes"), call.body().object("tags"), call.now());
        List<String> asked = jwk.texts("key_ops");
        return add(
                next,
                call,
                vault,
                version,
                ImportedKeys.material(jwk),
                asked.isEmpty() ? KeyState.ALL_OPERATIONS : asked);
    }

    private static boolean isPremium(Resource vault) {
        return vault.document()
                .text("properties.sku.name")
                .filter("premium"::equalsIgnoreCase)
                .isPresent();
    }

    /** A version like the newest one; its end follows from the rotation policy. */
    Step rotate(World world, Call call, Resource vault) {
        Optional<FoundKey> found = FoundKey.find(world, vault, call.param("key"));
        if (found.isEmpty()) {
            return Step.of(world, DataErrors.keyNotFound(named(call)));
        }
        KeyState state = found.get().state();
        World next = world.next();
        Optional<Instant> end = found.get()
                .resource()
                .document()
                .text("rotationPolicy.attributes.expiryTime")
                .map(period -> LocalDateTime.ofInstant(call.now(), ZoneOffset.UTC)
                        .plus(Period.parse(period))
                        .toInstant(ZoneOffset.UTC));
        KeyVersion version = NewKeys.version(next, Doc.empty(), Doc.empty(), call.now())
                .withDates(Optional.empty(), end, call.now())
                .withTags(state.latest().tags(), call.now());
        KeyMaterial last = state.material(state.latest());
        return add(next, call, vault, version, new KeyMaterial.Generated(last.kty(), last.size()), state.operations());
    }

    Step update(World world, Call call, Resource vault) {
        Optional<FoundVersion> found = FoundVersion.find(world, vault, call);
        if (found.isEmpty()) {
            return Step.of(world, DataErrors.keyNotFound(named(call)));
        }
        KeyVersion version = changed(found.get().version(), call);
        KeyState changed = found.get().state().update(version.version(), before -> version);
        KeyState state =
                call.body().has("key_ops") ? changed.withOperations(call.body().texts("key_ops")) : changed;
        FoundKey key = new FoundKey(found.get().resource().with(state), state);
        return Step.of(world.with(key.resource()), bundle(world, vault, key, version));
    }

    private static KeyVersion changed(KeyVersion before, Call call) {
        Doc attributes = call.body().object("attributes");
        KeyVersion after = before.withEnabled(attributes.flag("enabled").orElse(before.enabled()), call.now())
                .withDates(
                        NewKeys.date(attributes, "nbf").or(before::notBefore),
                        NewKeys.date(attributes, "exp").or(before::expires),
                        call.now());
        return call.body().has("tags") ? after.withTags(NewKeys.tags(call.body().object("tags")), call.now()) : after;
    }

    Step getRotationPolicy(World world, Call call, Resource vault) {
        return Step.of(
                world,
                FoundKey.find(world, vault, call.param("key"))
                        .map(key -> WireResponse.of(
                                200, new DataDocuments(world, vault, crypto).rotationPolicy(key.resource())))
                        .orElseGet(() -> DataErrors.keyNotFound(named(call))));
    }

    Step putRotationPolicy(World world, Call call, Resource vault) {
        Optional<FoundKey> found = FoundKey.find(world, vault, call.param("key"));
        if (found.isEmpty()) {
            return Step.of(world, DataErrors.keyNotFound(named(call)));
        }
        Optional<WireResponse> refusal = RotationPolicies.refuse(call.body());
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Resource before = found.get().resource();
        Resource key = before.with(before.document()
                .with(
                        "rotationPolicy",
                        RotationPolicies.stored(before.document().object("rotationPolicy"), call.body(), call.now())));
        return Step.of(
                world.with(key), WireResponse.of(200, new DataDocuments(world, vault, crypto).rotationPolicy(key)));
    }

    private Step add(
            World world, Call call, Resource vault, KeyVersion version, KeyMaterial material, List<String> operations) {
        Optional<FoundKey> existing = FoundKey.find(world, vault, call.param("key"));
        Resource resource = existing.map(FoundKey::resource)
                .orElseGet(() -> new Resource(
                        Vaults.keyId(vault, call.param("key")),
                        Doc.empty(),
                        new KeyState(material.kty(), material.size(), operations, List.of())));
        KeyState before = (KeyState) resource.state();
        KeyState state = before.with(version, material, operations);
        FoundKey key = new FoundKey(resource.with(state), state);
        return Step.of(world.with(key.resource()), bundle(world, vault, key, state.latest()));
    }

    private WireResponse bundle(World world, Resource vault, FoundKey key, KeyVersion version) {
        return WireResponse.of(
                200, new DataDocuments(world, vault, crypto).bundle(key.resource(), key.state(), version));
    }

    private static Optional<WireResponse> refuseDeleted(World world, Call call, Resource vault) {
        return Vaults.deletedKey(world, vault, call.param("key"), call.now())
                .map(deleted -> DataErrors.keyIsDeleted(call.param("key")));
    }

    /** How refusals name the key of a call. */
    static String named(Call call) {
        String version = call.parameters().getOrDefault("version", "");
        return call.param("key") + (version.isEmpty() ? "" : "/" + version);
    }
}
