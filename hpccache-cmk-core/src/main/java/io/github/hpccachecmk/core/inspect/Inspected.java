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
import java.util.Optional;

/**
 * What is known of the resource that is looked at. The rules judge requests, so it is judged as if somebody asked to have it be under the
 * very key that it is under: a report and a plan never disagree. Immutable and pure.
 *
 * @param target the resource
 * @param facts all that was read
 * @param now the service's time of the resource's answer
 */
record Inspected(TargetSnapshot target, Facts facts, Instant now) {
    Inspected with(Facts more) {
        return new Inspected(target, more, now);
    }

    Optional<KeyUrl> key() {
        return target.encryption().map(EncryptionSettings::key);
    }

    /** As the resource names it: what somebody wrote there is believed only where the key's host is that vault's. */
    Optional<VaultId> vaultId() {
        return target.encryption()
                .flatMap(EncryptionSettings::sourceVault)
                .filter(vault -> key().filter(key -> key.isIn(vault)).isPresent());
    }

    /** Empty while it is not known which version of which vault's key is in use. */
    Optional<ChangeKey> asRequest() {
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

    Optional<VaultSnapshot> vault() {
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

    boolean isWaiting() {
        return isHealth(HealthState.WAITING_FOR_KEY);
    }

    boolean isHealthy() {
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

    boolean rotates() {
        return target.encryption().flatMap(EncryptionSettings::autoRotation).orElse(false);
    }
}
