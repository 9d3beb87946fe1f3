package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;

/** Copies of a resource in the state in which it is, for worlds that are too large to be made call by call. */
public final class TargetCopies {
    private static final String KEY = "properties.encryptionSettings.keyEncryptionKey";

    private TargetCopies() {}

    /**
     * The world with one more copy.
     *
     * @param original the resource, which has to be in the world
     * @param name of the copy
     * @param keyUrl of its key; ignored for an original without a key
     * @param vaultId of its key's vault
     * @param principalId of its own identity; ignored for an original without one
     */
    public static World add(
            World world, Resource original, String name, String keyUrl, String vaultId, String principalId) {
        String id = original.id().substring(0, original.id().lastIndexOf('/') + 1) + name;
        Doc reference = Doc.of("keyUrl", keyUrl, "sourceVault", Doc.of("id", vaultId));
        Doc document = original.document().has(KEY) ? original.document().withAt(KEY, reference) : original.document();
        TargetState state = (TargetState) original.state();
        if (state.principalId().isEmpty()) {
            return world.with(new Resource(id, document, state));
        }
        return world.with(new DirectoryPrincipal(principalId, "ServicePrincipal", true))
                .with(new Resource(id, document, state.withPrincipal(principalId)));
    }
}
