package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.testkit.search.Sketch.Grant;
import io.github.hpccachecmk.testkit.search.Sketch.Guard;
import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Mistakes that somebody could make, put around the real code; each with the property that has to catch it. */
@SuppressWarnings("ImmutableEnumChecker") // Sketches and bounds are records of enums and numbers.
enum Defect {
    GRANTS_MORE_THAN_NEEDED(Safety.LEAST_GRANT, Sketch.of(Job.CACHE, Who.SYSTEM, Model.POLICY), 0, 0) {
        @Override
        Mutation plant(Start start) {
            return new Mutation() {
                @Override
                public Ports ports(Ports ports) {
                    return Tampered.vaults(ports, (method, arguments) -> {
                        if (method.equals("addAccessPolicy")) {
                            var policy = (AccessPolicy) arguments[2];
                            var wider = new HashSet<>(policy.keyPermissions());
                            wider.add("delete");
                            arguments[2] =
                                    new AccessPolicy(policy.tenant(), policy.principal(), policy.application(), wider);
                        }
                    });
                }
            };
        }
    },
    CREATES_ON_ONE_NOT_FOUND(
            Safety.NO_PUT_OVER_OTHERS,
            Sketch.of(Job.CACHE, Who.SYSTEM, Model.POLICY)
                    .with(Sketch.Found.HEALTHY)
                    .with(Grant.EFFECTIVE),
            1,
            0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers("/caches$", body -> body.with("value", List.of()));
        }
    },
    PUTS_THE_WHOLE_VAULT(
            Safety.OTHERS_ACCESS_UNTOUCHED,
            Sketch.of(Job.CACHE, Who.SYSTEM, Model.POLICY).with(Guard.CONSENTED),
            0,
            0) {
        @Override
        Mutation plant(Start start) {
            return new Mutation() {
                @Override
                public Function<WireRequest, WireOutcome> wire(Function<WireRequest, WireOutcome> services) {
                    return request -> services.apply(
                            request.method().equals("PATCH") ? Tampered.wholeVault(services, request) : request);
                }
            };
        }
    },
    FORGETS_THAT_IT_WAS_THERE(
            Safety.NO_RECREATION, Sketch.of(Job.CACHE, Who.USER, Model.POLICY).with(Grant.EFFECTIVE), 0, 1) {
        @Override
        Mutation plant(Start start) {
            return new Mutation() {
                @Override
                public Hint hint(Hint hint) {
                    var rest = new HashMap<>(hint.entries());
                    rest.keySet().removeAll(Set.of("targetSeenAt", "createSentAt", "absentSince"));
                    return Hint.of(rest);
                }
            };
        }
    },
    LOSES_THE_ROTATION_FLAG(
            Safety.DONE_IS_TRUE,
            Sketch.of(Job.ROTATING_CACHE, Who.USER, Model.POLICY).with(Grant.EFFECTIVE),
            0,
            0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers(Paths.TARGET, body -> body.has(Paths.FLAG) ? body.withAt(Paths.FLAG, true) : body);
        }
    },
    TAKES_CONSENT_FOR_ANOTHER_VAULT(
            Safety.CONSENTED_PROTECTION,
            Sketch.of(Job.AUTHORIZE, Who.SYSTEM, Model.POLICY).with(Guard.CONSENT_ELSEWHERE),
            0,
            0) {
        @Override
        Mutation plant(Start start) {
            return new Mutation() {
                @Override
                public CmkRequest<EncryptedResource> request(CmkRequest<EncryptedResource> request) {
                    var authorize = (AuthorizeCache) request;
                    return AuthorizeCache.builder()
                            .cache(authorize.cache())
                            .addAllAllowedVaults(authorize.allowedVaults())
                            .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(
                                    authorize.allowedVaults().get(0))))
                            .build();
                }
            };
        }
    },
    DOES_NOT_LET_THE_GRANT_SETTLE(
            Safety.SETTLED_BEFORE_CREATE, Sketch.of(Job.FILE_SYSTEM, Who.USER, Model.RBAC), 0, 0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.withoutSettleWindow();
        }
    },
    SWITCHES_BEFORE_THE_GRANT_SETTLED(
            Safety.SETTLED_BEFORE_SWITCH, Sketch.of(Job.CHANGE_CACHE, Who.USER, Model.RBAC), 0, 0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.withoutSettleWindow();
        }
    },
    ROLLS_THE_KEY_BACK(
            Safety.KEY_NEVER_CHANGED,
            Sketch.of(Job.ROTATING_CACHE, Who.SYSTEM, Model.POLICY)
                    .with(Sketch.Found.HEALTHY)
                    .with(Grant.EFFECTIVE),
            0,
            1) {
        @Override
        Mutation plant(Start start) {
            var asked = ((CreateRequest) start.requests().get(0)).key().toString();
            return Tampered.answers(
                    Paths.TARGET,
                    body -> body.text(Paths.KEY_URL)
                                            .filter(asked::equalsIgnoreCase)
                                            .isPresent()
                                    || !body.has(Paths.KEY_URL)
                            ? body
                            : body.withAt(Paths.KEY_URL, asked).withAt(Paths.FLAG, false));
        }
    },
    LOOKS_FOR_ITS_OWN_ASSIGNMENT_ONLY(
            Safety.CONVERGES, Sketch.of(Job.CACHE, Who.USER, Model.RBAC).with(Grant.BY_SOMEBODY), 0, 0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers("/roleAssignments$", body -> body.with("value", List.of()));
        }
    },
    DOES_NOT_SEE_GRANTS(
            Safety.NO_WRITE_AFTER_CONVERGENCE,
            Sketch.of(Job.CACHE, Who.SYSTEM, Model.POLICY)
                    .with(Sketch.Found.HEALTHY)
                    .with(Grant.EFFECTIVE),
            0,
            0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers(
                    "/vaults/[^/]*$",
                    body -> body.has("properties.accessPolicies")
                            ? body.withAt("properties.accessPolicies", List.of())
                            : body);
        }
    },
    IGNORES_THE_PLAN(
            Safety.APPROVED_PLAN_BINDS,
            Sketch.of(Job.AUTHORIZE, Who.SYSTEM, Model.POLICY).approved(),
            0,
            1) {
        @Override
        Mutation plant(Start start) {
            return new Mutation() {
                @Override
                public OperationOptions options(OperationOptions options) {
                    return OperationOptions.defaults();
                }
            };
        }
    },
    TAKES_SUCCEEDED_FOR_HEALTHY(
            Safety.DONE_IS_TRUE, Sketch.of(Job.CACHE, Who.USER, Model.POLICY).with(Grant.EFFECTIVE), 0, 0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers(
                    Paths.TARGET,
                    body -> body.text("properties.provisioningState")
                                    .filter("Succeeded"::equals)
                                    .isPresent()
                            ? body.withAt("properties.health.state", "Healthy")
                            : body);
        }
    },
    TAKES_ANY_KEY_FOR_ENABLED(
            Safety.VERIFIED_BEFORE_WRITE,
            Sketch.of(Job.CACHE, Who.USER, Model.POLICY).with(Grant.EFFECTIVE).with(Sketch.Key.DISABLED),
            0,
            0) {
        @Override
        Mutation plant(Start start) {
            return Tampered.answers("/keys/", body -> body.withAt("properties.attributes.enabled", true));
        }
    };

    /** Constants of an enum cannot use its own. */
    private static final class Paths {
        static final String TARGET = "/caches/[^/]*$";
        static final String KEY_URL = "properties.encryptionSettings.keyEncryptionKey.keyUrl";
        static final String FLAG = "properties.encryptionSettings.rotationToLatestKeyVersionEnabled";
    }

    private final Safety caughtBy;
    private final Sketch sketch;
    private final Bounds bounds;

    Defect(Safety caughtBy, Sketch sketch, int faults, int interferences) {
        this.caughtBy = caughtBy;
        this.sketch = sketch;
        this.bounds = new Bounds(faults, faults, interferences, 60, 3000);
    }

    Safety caughtBy() {
        return caughtBy;
    }

    Sketch sketch() {
        return sketch;
    }

    Bounds bounds() {
        return bounds;
    }

    abstract Mutation plant(Start start);
}
