package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The key version that the request is about, as far as it was read: the newest one when that is meant, else the version by
 * itself, else, when the control plane refuses the caller, what the data plane shows.
 *
 * @param key the key's URL
 * @param fact the fact that decides
 * @param judged the version in question
 * @param newest the newest version
 */
record KeyView(
        KeyUrl key, Fact<Optional<KeySnapshot>> fact, Optional<KeySnapshot> judged, Optional<KeySnapshot> newest) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** Empty while it is not known which key this is about. */
    static Optional<KeyView> of(Situation situation) {
        var key = situation.key();
        var vault = situation.vault();
        return key.isEmpty() || vault.isEmpty() ? Optional.empty() : Optional.of(of(situation, vault.get(), key.get()));
    }

    private static KeyView of(Situation situation, VaultId vault, KeyUrl key) {
        var fact = situation.facts().get(new FactKey.NewestKey(vault, key.keyName()));
        if (fact.value().isEmpty()) {
            var data = situation.facts().get(new FactKey.DataPlaneKey(key));
            return data.value().isEmpty()
                    ? new KeyView(key, fact, Optional.empty(), Optional.empty())
                    : new KeyView(key, data, data.value().get(), Optional.empty());
        }
        var newest = fact.value().get();
        if (newest.isEmpty() || !isOtherVersion(key, newest.get())) {
            return new KeyView(key, fact, newest, newest);
        }
        var version = situation.facts().get(versionKey(vault, key));
        return new KeyView(key, version, version.value().flatMap(found -> found), newest);
    }

    /** The facts to read: the newest version; the one in question when it is another; the data plane when refused. */
    static Set<FactKey<?>> facts(Situation situation) {
        var key = situation.key();
        var vault = situation.vault();
        if (key.isEmpty() || vault.isEmpty()) {
            return StandardRule.leadingFacts(situation);
        }
        var newestKey = new FactKey.NewestKey(vault.get(), key.get().keyName());
        var facts = new HashSet<FactKey<?>>(StandardRule.leadingFacts(situation));
        facts.add(newestKey);
        var fact = situation.facts().get(newestKey);
        if (fact.failure().isPresent()) {
            var status = fact.failure().get().status();
            if (status == UNAUTHORIZED || status == FORBIDDEN) {
                facts.add(new FactKey.DataPlaneKey(key.get()));
            }
        }
        fact.value()
                .flatMap(newest -> newest)
                .filter(newest -> isOtherVersion(key.get(), newest))
                .ifPresent(newest -> facts.add(versionKey(vault.get(), key.get())));
        return facts;
    }

    /** Whether there is no key of this name at all. */
    boolean isKeyMissing() {
        return fact.value().isPresent() && judged.isEmpty() && newest.isEmpty();
    }

    /** Whether the key exists and the version in question does not. */
    boolean isVersionMissing() {
        return fact.value().isPresent() && judged.isEmpty() && newest.isPresent();
    }

    private static boolean isOtherVersion(KeyUrl key, KeySnapshot newest) {
        return key.version().isPresent() && !key.version().equals(newest.key().version());
    }

    private static FactKey.KeyVersion versionKey(VaultId vault, KeyUrl key) {
        return new FactKey.KeyVersion(vault, key.keyName(), key.version().orElse(""));
    }
}
