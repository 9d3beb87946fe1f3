package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link SetRotationPolicy}. */
final class SetRotationPolicyForm {
    private SetRotationPolicyForm() {}

    static Map<String, Object> write(SetRotationPolicy request) {
        return CommonForm.begin(request)
                .text("vault", request.vault())
                .text("keyName", request.keyName())
                .formIfPresent("rotation", request.rotation(), CommonForm::write)
                .done();
    }

    static SetRotationPolicy read(FormReader reader) {
        SetRotationPolicy.Builder builder = SetRotationPolicy.builder()
                .vault(VaultId.parse(reader.text("vault")))
                .keyName(reader.text("keyName"));
        reader.optionalForm("rotation").map(CommonForm::rotation).ifPresent(builder::rotation);
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
