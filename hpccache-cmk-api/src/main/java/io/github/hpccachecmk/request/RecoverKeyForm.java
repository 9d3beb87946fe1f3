package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link RecoverKey}. */
final class RecoverKeyForm {
    private RecoverKeyForm() {}

    static Map<String, Object> write(RecoverKey request) {
        return CommonForm.begin(request)
                .text("vault", request.vault())
                .text("keyName", request.keyName())
                .done();
    }

    static RecoverKey read(FormReader reader) {
        RecoverKey.Builder builder =
                RecoverKey.builder().vault(VaultId.parse(reader.text("vault"))).keyName(reader.text("keyName"));
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
