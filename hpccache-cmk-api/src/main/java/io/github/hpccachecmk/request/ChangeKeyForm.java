package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link ChangeKey}. */
final class ChangeKeyForm {
    private ChangeKeyForm() {}

    static Map<String, Object> write(ChangeKey request) {
        FormWriter writer = CommonForm.begin(request)
                .text("target", request.target())
                .text("vault", request.vault())
                .text("key", request.key())
                .plain("autoRotation", request.autoRotation());
        return CommonForm.write(writer, request.vaultProtection()).done();
    }

    static ChangeKey read(FormReader reader) {
        ChangeKey.Builder builder = ChangeKey.builder()
                .target(TargetId.parse(reader.text("target")))
                .vault(VaultId.parse(reader.text("vault")))
                .key(KeyUrl.parse(reader.text("key")))
                .vaultProtection(CommonForm.protection(reader));
        reader.optionalFlag("autoRotation").ifPresent(builder::autoRotation);
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
