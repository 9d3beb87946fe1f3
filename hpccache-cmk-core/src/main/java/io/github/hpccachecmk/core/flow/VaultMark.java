package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.model.VaultId;
import java.util.Locale;

/**
 * The tag by which a vault tells, whatever crashed, that this library made it: a PUT over a vault that somebody else made would
 * replace its settings and everybody's access. Pure.
 */
final class VaultMark {
    static final String TAG = "hpccache-cmk-made-for";

    private VaultMark() {}

    /** The same in every process, and another for every vault: a copied tag proves nothing. */
    static String of(VaultId vault) {
        return Uuid5.of("vault|" + vault.toString().toLowerCase(Locale.ROOT)).toString();
    }
}
