package io.github.hpccachecmk.azure;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.ResourceGroupId;
import java.util.Map;

/**
 * Whether and where the contracts may run against real Azure, as the environment says; each demand that it does not meet skips
 * the test with the reason. Immutable.
 */
record RealAzureSwitch(Map<String, String> environment) {
    static final String ON = "CMK_REAL_AZURE";
    static final String WRITES = "CMK_REAL_WRITES";
    static final String WRITE_GROUP = "CMK_REAL_WRITE_GROUP_ID";

    /** Skips unless the switch is on. */
    void requireOn() {
        if (!isTrue(ON)) {
            abort(ON + " is " + shown(ON)
                    + "; set it to true, with the ids of docs/CONTRACTS.md, to run against real Azure");
        }
    }

    /** The variable's value; skips without one. */
    String require(String variable) {
        requireOn();
        var value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            abort(variable + " is not set; docs/CONTRACTS.md says what it is for");
        }
        return value;
    }

    /** Skips unless writes are allowed and the id is in the group that they are allowed in. */
    void requireWrite(PortOperation operation, String id) {
        requireOn();
        if (!isTrue(WRITES)) {
            abort(operation + " writes, and " + WRITES + " is " + shown(WRITES) + "; set it to true to allow writes in "
                    + WRITE_GROUP);
        }
        var group = ResourceGroupId.parse(require(WRITE_GROUP)).toString();
        boolean within = id.regionMatches(true, 0, group + "/", 0, group.length() + 1);
        if (!within) {
            abort(operation + " would write " + id + ", which is not in " + WRITE_GROUP + " (" + group + ")");
        }
    }

    private boolean isTrue(String variable) {
        return "true".equalsIgnoreCase(environment.getOrDefault(variable, "").strip());
    }

    private String shown(String variable) {
        return environment.containsKey(variable) ? "'" + environment.get(variable) + "'" : "not set";
    }
}
