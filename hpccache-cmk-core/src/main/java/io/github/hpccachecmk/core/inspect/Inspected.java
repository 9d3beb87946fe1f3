package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.ChangeKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the resource that is looked at. The rules judge requests, so it is judged as if somebody asked to have it be under the
 * very key that it is under: a report and a plan never disagree. Immutable and pure.
 *
 * @param target the resource
 * @param facts all that was read
 * @param now the service's time of the resource's answer
 * @param known vaults among which the key's is looked for when the resource names none
 */
public record Inspected(TargetSnapshot target, Facts facts, Instant now, List<VaultId> known) {
    /** Copies the list. */
    public Inspected {
        known = List.copyOf(known);
    }

    /** A resource as just seen, of which nothing else is known. */
    public static Inspected of(TargetSnapshot target, Instant now, List<VaultId> known) {
        return new Inspected(
                target, Facts.none().with(new FactKey.Target(target.id()), Optional.of(target), now), now, known);
    }

    /** The same with other facts. */
    public Inspected with(Facts more) {
        return new Inspected(target, more, now, known);
    }

    /** The key as the resource names it. */
    public Optional<KeyUrl> key() {
        return target.encryption().map(EncryptionSettings::key);
    }

    /** As the resource names it: what somebody wrote there is believed only where the key's host is that vault's. */
    public Optional<VaultId> vaultId() {
        var named = target.encryption().flatMap(EncryptionSettings::sourceVault);
        var candidates = named.map(List::of).orElse(known);
        return key().flatMap(key -> candidates.stream().filter(key::isIn).findFirst());
    }

    /** To be under the key that it is under; empty while it is not known which version of which vault's key is in use. */
    public Optional<ChangeKey> asRequest() {
        return vaultId()
                .flatMap(vault -> key().filter(key -> key.version().isPresent())
                        .map(key -> ChangeKey.builder()
                                .target(target.id())
                                .vault(vault)
                                .key(key)
                                .build()));
    }

    Optional<Situation> situation() {
        return asRequest().map(request -> new Situation(request, facts, now));
    }

    /** Its vault, when that was read and is there. */
    public Optional<VaultSnapshot> vault() {
        return vaultId().flatMap(id -> facts.value(new FactKey.Vault(id))).flatMap(found -> found);
    }

    Optional<KeySnapshot> newest() {
        return vaultId()
                .flatMap(id -> key().flatMap(key -> facts.value(new FactKey.NewestKey(id, key.keyName()))))
                .flatMap(found -> found);
    }

    /** The version in use, on whichever plane it was read. */
    Optional<KeySnapshot> inUse() {
        var key = key();
        return newest().filter(newest -> key.equals(Optional.of(newest.key())))
                .or(() -> vaultId()
                        .flatMap(id -> key.flatMap(url -> facts.value(new FactKey.KeyVersion(
                                id, url.keyName(), url.version().orElse("")))))
                        .flatMap(found -> found))
                .or(() -> key.flatMap(url -> facts.value(new FactKey.DataPlaneKey(url)))
                        .flatMap(found -> found));
    }

    Optional<DeletedKey> deletedKey() {
        return key().flatMap(url -> facts.value(new FactKey.KeyInDeletedState(url)))
                .flatMap(found -> found);
    }

    /** Whether the key is known not to be there. */
    boolean isKeyGone() {
        return vaultId()
                .flatMap(id -> key().flatMap(key -> facts.value(new FactKey.NewestKey(id, key.keyName()))))
                .filter(found -> found.isEmpty())
                .isPresent();
    }

    boolean isHealth(HealthState state) {
        return target.health().filter(state::equals).isPresent();
    }

    /** Whether it is a cache that waits for access to its key. */
    public boolean isWaiting() {
        return isHealth(HealthState.WAITING_FOR_KEY);
    }

    /** Whether it works. */
    public boolean isHealthy() {
        return target.provisioningState()
                        .filter(ProvisioningState.SUCCEEDED::equals)
                        .isPresent()
                && isHealth(target.id().kind().healthyState());
    }

    boolean hasFailed() {
        return !isWaiting()
                && target.provisioningState()
                        .filter(state ->
                                state.equals(ProvisioningState.FAILED) || state.equals(ProvisioningState.CANCELED))
                        .isPresent();
    }

    Optional<Instant> deadline() {
        return isWaiting()
                ? target.id()
                        .kind()
                        .authorizationDeadline()
                        .flatMap(limit -> target.createdAt().map(created -> created.plus(limit)))
                : Optional.empty();
    }

    /** Whether the service follows new versions of its key by itself. */
    public boolean rotates() {
        return target.encryption().flatMap(EncryptionSettings::autoRotation).orElse(false);
    }
}
