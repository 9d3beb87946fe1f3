package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.VaultId;
import java.util.Locale;

/**
 * The tag by which a vault tells, whatever crashed, that this library made it: a PUT over a vault that somebody else made would
 * replace its settings and everybody's access. Pure.
 */
final class VaultMark {
    static final String TAG = "hpccache-cmk-made-for";

    /** The tag of a key that was imported. */
    static final String IMPORT_TAG = KeySnapshot.OWN_TAGS + "imported-as";

    private VaultMark() {}

    /** The same in every process, and another for every vault: a copied tag proves nothing. */
    static String of(VaultId vault) {
        return Uuid5.of("vault|" + vault.toString().toLowerCase(Locale.ROOT)).toString();
    }

    /** Of a key by that name, made from that material: what an import of ours leaves in the key itself. */
    static String ofImport(VaultId vault, String keyName, KeyImport material) {
        return Uuid5.of("import|" + vault.toString().toLowerCase(Locale.ROOT) + "|" + keyName.toLowerCase(Locale.ROOT)
                        + "|" + material.form() + "|" + material.material())
                .toString();
    }
}
