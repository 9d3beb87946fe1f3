package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A key with nothing wrong, to be changed in one member. */
final class KeySketch {
    KeyUrl url = Given.KEY;
    String type = "RSA";
    OptionalInt size = OptionalInt.of(2048);
    Set<String> operations = Set.of("encrypt", "decrypt", "wrapKey", "unwrapKey");
    boolean enabled = true;
    Optional<Instant> notBefore = Optional.empty();
    Optional<Instant> expires = Optional.empty();

    static KeySnapshot good() {
        return key(sketch -> {});
    }

    static KeySnapshot newer() {
        return key(sketch -> sketch.url = Given.KEY.withVersion(Given.NEW));
    }

    static KeySnapshot key(Consumer<KeySketch> change) {
        var sketch = new KeySketch();
        change.accept(sketch);
        return new KeySnapshot(
                sketch.url,
                sketch.type,
                sketch.size,
                sketch.operations,
                sketch.enabled,
                sketch.notBefore,
                sketch.expires,
                Optional.empty());
    }
}
