package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link SetKeyVersionEnabled}. */
final class SetKeyVersionEnabledForm {
    private SetKeyVersionEnabledForm() {}

    static Map<String, Object> write(SetKeyVersionEnabled request) {
        return CommonForm.begin(request)
                .text("vault", request.vault())
                .text("version", request.version())
                .plain("enabled", request.enabled())
                .textIfPresent("consent", request.consent())
                .texts("checked", request.checked())
                .done();
    }

    static SetKeyVersionEnabled read(FormReader reader) {
        SetKeyVersionEnabled.Builder builder = SetKeyVersionEnabled.builder()
                .vault(VaultId.parse(reader.text("vault")))
                .version(KeyUrl.parse(reader.text("version")))
                .enabled(reader.flag("enabled"))
                .consent(reader.optionalText("consent").map(KeyUrl::parse))
                .checked(reader.optionalTexts("checked").stream()
                        .map(TargetId::parse)
                        .toList());
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
