package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link AuthorizeCache}. */
final class AuthorizeCacheForm {
    private AuthorizeCacheForm() {}

    static Map<String, Object> write(AuthorizeCache request) {
        FormWriter writer = CommonForm.begin(request)
                .text("cache", request.cache())
                .texts("allowedVaults", request.allowedVaults())
                .textIfPresent("keyName", request.keyName())
                .textIfPresent("key", request.key());
        return CommonForm.write(writer, request.vaultProtection()).done();
    }

    static AuthorizeCache read(FormReader reader) {
        AuthorizeCache.Builder builder = AuthorizeCache.builder()
                .cache(CacheId.parse(reader.text("cache")))
                .vaultProtection(CommonForm.protection(reader));
        reader.optionalTexts("allowedVaults").forEach(vault -> builder.addAllowedVault(VaultId.parse(vault)));
        reader.optionalText("keyName").ifPresent(builder::keyName);
        reader.optionalText("key").map(KeyUrl::parse).ifPresent(builder::key);
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.end();
        return builder.build();
    }
}
