package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a request that prepares a vault promises, held against the world before and after each write. */
final class VaultPromises {
    /** A promise by its name. */
    enum Promise {
        NO_SECOND_VERSION,
        NOTHING_OF_OTHERS_CHANGED,
        NO_PROTECTION_WITHOUT_CONSENT,
        NO_WRITE_ONCE_ALL_IS_THERE,
        ENDS
    }

    /** A promise that was broken. */
    record Broken(Promise promise, String detail) {}

    private static final String TAG = "hpccache-cmk-made-for";

    private final VaultStart start;
    private final String vault;

    VaultPromises(VaultStart start, String vault) {
        this.start = start;
        this.vault = World.canonical(vault);
    }

    List<Broken> judge(World before, World after, String operation) {
        var broken = new ArrayList<Broken>();
        if (isComplete(before)) {
            broken.add(new Broken(Promise.NO_WRITE_ONCE_ALL_IS_THERE, operation));
        }
        if (versions(after) > Math.max(1, versions(before))) {
            broken.add(new Broken(Promise.NO_SECOND_VERSION, versions(after) + " versions after " + operation));
        }
        var had = vault(before);
        var has = vault(after);
        boolean wasOff =
                had.flatMap(doc -> doc.flag("properties.enablePurgeProtection")).orElse(false);
        boolean isOn =
                has.flatMap(doc -> doc.flag("properties.enablePurgeProtection")).orElse(false);
        boolean isNew =
                had.isEmpty() && has.flatMap(doc -> doc.text("tags." + TAG)).isPresent();
        if (!start.hasConsent() && isOn && !wasOff && (had.isPresent() || isNew)) {
            broken.add(new Broken(Promise.NO_PROTECTION_WITHOUT_CONSENT, operation));
        }
        boolean isForeign = had.filter(doc -> doc.text("tags." + TAG).isEmpty()).isPresent();
        if (isForeign && start.refusesOthers() && !had.equals(has)) {
            broken.add(new Broken(Promise.NOTHING_OF_OTHERS_CHANGED, operation));
        }
        if (isForeign && !entries(had).equals(entries(has))) {
            broken.add(new Broken(Promise.NOTHING_OF_OTHERS_CHANGED, "access policies, by " + operation));
        }
        return broken;
    }

    boolean isComplete(World world) {
        return vault(world)
                        .flatMap(doc -> doc.flag("properties.enablePurgeProtection"))
                        .orElse(false)
                && versions(world) > 0;
    }

    int versions(World world) {
        return world.resource(vault + "/keys/" + VaultStart.KEY)
                .map(Resource::state)
                .filter(KeyState.class::isInstance)
                .map(state -> ((KeyState) state).versions().size())
                .orElse(0);
    }

    boolean isThere(World world) {
        return vault(world).isPresent();
    }

    private Optional<Doc> vault(World world) {
        return world.resource(vault).map(Resource::document);
    }

    private static List<Doc> entries(Optional<Doc> document) {
        return document.map(doc -> doc.object("properties").objects("accessPolicies"))
                .orElse(List.of());
    }
}
