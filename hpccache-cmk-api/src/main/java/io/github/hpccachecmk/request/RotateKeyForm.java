package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link RotateKey}. */
final class RotateKeyForm {
    private RotateKeyForm() {}

    static Map<String, Object> write(RotateKey request) {
        FormWriter writer = CommonForm.begin(request)
                .text("target", request.target())
                .text("vault", request.vault())
                .text("newerThan", request.newerThan());
        return CommonForm.write(writer, request.vaultProtection()).done();
    }

    static RotateKey read(FormReader reader) {
        RotateKey.Builder builder = RotateKey.builder()
                .target(TargetId.parse(reader.text("target")))
                .vault(VaultId.parse(reader.text("vault")))
                .newerThan(KeyUrl.parse(reader.text("newerThan")))
                .vaultProtection(CommonForm.protection(reader));
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
