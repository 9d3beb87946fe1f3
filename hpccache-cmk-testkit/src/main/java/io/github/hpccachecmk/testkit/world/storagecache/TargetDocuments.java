package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.World;

/** Resources as the newest api-version shows them, without a call: for assertions. */
public final class TargetDocuments {
    private TargetDocuments() {}

    /** What a GET shows; empty when there is no such resource. */
    public static Doc shown(World world, String id) {
        return world.resource(id)
                .filter(resource -> resource.state() instanceof TargetState)
                .map(resource -> new TargetView(world, "2026-01-01", new Decisions())
                        .show(resource, resource.id().split("/", -1)[4]))
                .orElse(Doc.empty());
    }
}
