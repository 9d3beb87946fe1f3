package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link RevokeGrant}. */
final class RevokeGrantForm {
    private RevokeGrantForm() {}

    static Map<String, Object> write(RevokeGrant request) {
        return CommonForm.begin(request)
                .text("vault", request.vault())
                .plain("keyName", request.keyName())
                .text("principal", request.principal())
                .textIfPresent("consent", request.consent())
                .texts("subscriptions", request.subscriptions())
                .done();
    }

    static RevokeGrant read(FormReader reader) {
        RevokeGrant.Builder builder = RevokeGrant.builder()
                .vault(VaultId.parse(reader.text("vault")))
                .keyName(reader.text("keyName"))
                .principal(PrincipalId.of(reader.text("principal")))
                .consent(reader.optionalText("consent").map(PrincipalId::of));
        var subscriptions = reader.optionalTexts("subscriptions");
        if (!subscriptions.isEmpty()) {
            builder.subscriptions(subscriptions);
        }
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
