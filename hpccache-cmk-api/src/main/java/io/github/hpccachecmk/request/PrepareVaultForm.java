package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import java.util.Map;

/** The portable form of {@link PrepareVault}. */
final class PrepareVaultForm {
    private PrepareVaultForm() {}

    static Map<String, Object> write(PrepareVault request) {
        FormWriter writer = CommonForm.begin(request)
                .text("vault", request.vault())
                .text("location", request.location())
                .text("tenant", request.tenant())
                .text("keyName", request.keyName())
                .text("accessModel", request.accessModel().name())
                .plain("retentionDays", request.retentionDays())
                .text("network", request.network().name())
                .text("existing", request.existing().name())
                .formIfPresent("keyImport", request.keyImport(), PrepareVaultForm::write)
                .textIfPresent("keyExpires", request.keyExpires())
                .formIfPresent("keyRotation", request.keyRotation(), CommonForm::write)
                .plain("tags", request.tags());
        return CommonForm.write(writer, request.vaultProtection()).done();
    }

    private static Map<String, Object> write(KeyImport wanted) {
        return new FormWriter()
                .text("material", wanted.material())
                .text("form", wanted.form().name())
                .done();
    }

    static PrepareVault read(FormReader reader) {
        PrepareVault.Builder builder = PrepareVault.builder()
                .vault(VaultId.parse(reader.text("vault")))
                .location(reader.text("location"))
                .tenant(TenantId.of(reader.text("tenant")))
                .keyName(reader.text("keyName"))
                .keyExpires(reader.optionalInstant("keyExpires"))
                .tags(CommonForm.tags(reader))
                .vaultProtection(CommonForm.protection(reader));
        reader.optionalConstant("accessModel", AccessModel.class).ifPresent(builder::accessModel);
        reader.optionalWholeNumber("retentionDays").ifPresent(builder::retentionDays);
        reader.optionalConstant("network", VaultNetwork.class).ifPresent(builder::network);
        reader.optionalConstant("existing", ExistingVault.class).ifPresent(builder::existing);
        reader.optionalForm("keyImport").map(PrepareVaultForm::keyImport).ifPresent(builder::keyImport);
        reader.optionalForm("keyRotation").map(CommonForm::rotation).ifPresent(builder::keyRotation);
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }

    private static KeyImport keyImport(FormReader reader) {
        KeyImport wanted = new KeyImport(
                reader.text("material"),
                reader.optionalConstant("form", KeyImport.Form.class)
                        .orElseThrow(() -> reader.refused("form", null, "RSA_KEY or TRANSFER_BLOB")));
        reader.end();
        return wanted;
    }
}
