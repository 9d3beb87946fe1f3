package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.RotateKey;
import java.util.Locale;

/**
 * The tags by which vaults and keys tell, whatever crashed, that this library made them: a PUT over a vault that somebody else made
 * would replace its settings and everybody's access. Pure.
 */
final class VaultMark {
    static final String TAG = "hpccache-cmk-made-for";

    /** The tag of a key that was imported. */
    static final String IMPORT_TAG = KeySnapshot.OWN_TAGS + "imported-as";

    /** The tag of a version that a rotation made. */
    static final String ROTATION_TAG = KeySnapshot.OWN_TAGS + "rotation";

    private VaultMark() {}

    /** The same in every process, and another for every vault: a copied tag proves nothing. */
    static String of(VaultId vault) {
        return Uuid5.of("vault|" + vault.toString().toLowerCase(Locale.ROOT)).toString();
    }

    /** Of one resource's rotation away from one version. */
    static String of(RotateKey rotation) {
        return Uuid5.of("rotation|" + rotation.target().toString().toLowerCase(Locale.ROOT) + "|"
                        + rotation.newerThan())
                .toString();
    }

    /** Of a key by that name, made from that material: what an import of ours leaves in the key itself. */
    static String ofImport(VaultId vault, String keyName, KeyImport material) {
        return Uuid5.of("import|" + vault.toString().toLowerCase(Locale.ROOT) + "|" + keyName.toLowerCase(Locale.ROOT)
                        + "|" + material.form() + "|" + material.material())
                .toString();
    }
}
