package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import io.github.hpccachecmk.testkit.search.KeySearch.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Mistakes with keys that are there, put around the real code; each with the property that has to catch it. */
@SuppressWarnings("ImmutableEnumChecker") // Limits are a record of numbers.
enum KeyDefect {
    MAKES_A_SECOND_VERSION_AFTER_A_LOST_ANSWER(Safety.NO_SECOND_VERSION, KeyStart.ROTATE_CACHE, 1, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return new Mutation() {
                @Override
                public Hint hint(Hint hint) {
                    var rest = new HashMap<>(hint.entries());
                    rest.remove("versionSentAt");
                    return Hint.of(rest);
                }
            };
        }
    },
    MAKES_A_VERSION_WITHOUT_LOOKING(Safety.NO_SECOND_VERSION, KeyStart.ROTATE_TO_A_VERSION_THAT_IS_THERE, 0, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.keys(found -> found.map(key -> snapshot(scene.first())));
        }
    },
    DISABLES_A_VERSION_IN_USE(Safety.NO_DISABLING_IN_USE, KeyStart.DISABLE_THE_VERSION_IN_USE, 0, 0) {
        @Override
        CmkRequest<?> tamper(CmkRequest<?> request, KeyScene scene) {
            return SetKeyVersionEnabled.builder()
                    .from((SetKeyVersionEnabled) request)
                    .checked(List.of())
                    .build();
        }
    },
    TAKES_CONSENT_FOR_ANOTHER_VERSION(Safety.CONSENTED_DISABLING, KeyStart.DISABLE_THE_VERSION_LEFT, 0, 0) {
        @Override
        CmkRequest<?> tamper(CmkRequest<?> request, KeyScene scene) {
            var newest = KeyUrl.parse(new KeyTruth(scene.world(), scene).keyUrl());
            return SetKeyVersionEnabled.builder()
                    .vault(((SetKeyVersionEnabled) request).vault())
                    .version(newest)
                    .enabled(false)
                    .consent(newest)
                    .build();
        }
    },
    LOSES_THE_ROTATION_FLAG(Safety.ROTATION_FLAG_KEPT, KeyStart.ROTATE_FOLLOWED_BY_THE_SERVICE, 0, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.answers(
                    "/caches/[^/]*$", body -> body.has(Paths.FLAG) ? body.withAt(Paths.FLAG, true) : body);
        }
    },
    SWITCHES_TO_A_DISABLED_VERSION(Safety.VERIFIED_BEFORE_WRITE, KeyStart.ROTATE_TO_A_VERSION_THAT_IS_THERE, 0, 1) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.answers("/keys/", body -> body.withAt("properties.attributes.enabled", true));
        }
    },
    WRITES_A_POLICY_THAT_IS_THERE(Safety.POLICY_ONLY_WHERE_IT_DIFFERS, KeyStart.POLICY_EQUALS, 0, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.answers("/rotationpolicy$", body -> body.with("lifetimeActions", List.of()));
        }
    },
    TAKES_A_LIST_FOR_AN_EMPTY_ONE(Safety.NO_REVOCATION_IN_USE, KeyStart.REVOKE_WHAT_IS_NEEDED, 0, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.answers("/caches$", body -> body.with("value", List.of()));
        }
    },
    REPORTS_A_DELETED_KEY_RECOVERED(Safety.DONE_IS_TRUE, KeyStart.RECOVER_A_DELETED_KEY, 0, 0) {
        @Override
        Mutation plant(KeyScene scene) {
            return Tampered.keys(found -> found.or(() -> Optional.of(snapshot(scene.first()))));
        }
    };

    /** Constants of an enum cannot use its own. */
    private static final class Paths {
        static final String FLAG = "properties.encryptionSettings.rotationToLatestKeyVersionEnabled";
    }

    private final Safety caughtBy;
    private final KeyStart start;
    private final Limits limits;

    KeyDefect(Safety caughtBy, KeyStart start, int faults, int deeds) {
        this.caughtBy = caughtBy;
        this.start = start;
        this.limits = new Limits(faults, deeds, 3000);
    }

    Safety caughtBy() {
        return caughtBy;
    }

    KeyStart start() {
        return start;
    }

    Limits limits() {
        return limits;
    }

    Mutation plant(KeyScene scene) {
        return Mutation.NONE;
    }

    CmkRequest<?> tamper(CmkRequest<?> request, KeyScene scene) {
        return request;
    }

    private static KeySnapshot snapshot(KeyUrl version) {
        return new KeySnapshot(
                version,
                "RSA",
                OptionalInt.of(2048),
                Set.of("wrapKey", "unwrapKey"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
