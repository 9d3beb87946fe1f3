package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.TargetKind;
import java.util.Arrays;

/** What people call the kinds of resources that requests are about. */
public final class Subjects {
    private static final String VAULT = "Microsoft.KeyVault/vaults";

    private Subjects() {}

    /** For example {@code HPC cache}; the bare resource type where no name for it is known. */
    public static String kind(ResourceId id) {
        return Arrays.stream(TargetKind.values())
                .filter(kind -> id.isOfType(kind.resourceType()))
                .map(TargetKind::displayName)
                .findFirst()
                .orElseGet(() -> id.isOfType(VAULT) ? "key vault" : id.type());
    }
}
