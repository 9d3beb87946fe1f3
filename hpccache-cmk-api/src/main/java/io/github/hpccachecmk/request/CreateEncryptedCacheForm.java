package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Map;

/** The portable form of {@link CreateEncryptedCache}. */
final class CreateEncryptedCacheForm {
    private CreateEncryptedCacheForm() {}

    static Map<String, Object> write(CreateEncryptedCache request) {
        FormWriter writer = CommonForm.write(request)
                .text("cache", request.cache())
                .plain("cacheSizeGb", request.cacheSizeGb())
                .plain("autoRotation", request.autoRotation())
                .plain("tryDespiteRetirement", request.tryDespiteRetirement());
        request.network().ifPresent(network -> writer.plain("network", write(network)));
        return writer.done();
    }

    static CreateEncryptedCache read(FormReader reader) {
        CreateEncryptedCache.Builder builder = CreateEncryptedCache.builder()
                .cache(CacheId.parse(reader.text("cache")))
                .location(reader.text("location"))
                .sku(reader.text("sku"))
                .subnet(SubnetId.parse(reader.text("subnet")))
                .zones(reader.optionalTexts("zones"))
                .tags(CommonForm.tags(reader))
                .identity(CommonForm.identity(reader))
                .vault(VaultId.parse(reader.text("vault")))
                .key(KeyUrl.parse(reader.text("key")))
                .vaultProtection(CommonForm.protection(reader))
                .authorizer(CommonForm.authorizer(reader))
                .cacheSizeGb(reader.wholeNumber("cacheSizeGb"));
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.optionalDuration("expiryHorizon").ifPresent(builder::expiryHorizon);
        reader.optionalFlag("autoRotation").ifPresent(builder::autoRotation);
        reader.optionalFlag("tryDespiteRetirement").ifPresent(builder::tryDespiteRetirement);
        reader.optionalForm("network").ifPresent(form -> builder.network(network(form)));
        reader.end();
        return builder.build();
    }

    private static Map<String, Object> write(NetworkSettings network) {
        FormWriter writer = new FormWriter()
                .texts("dnsServers", network.dnsServers())
                .textIfPresent("dnsSearchDomain", network.dnsSearchDomain())
                .textIfPresent("ntpServer", network.ntpServer());
        network.mtu().ifPresent(mtu -> writer.plain("mtu", mtu));
        return writer.done();
    }

    private static NetworkSettings network(FormReader reader) {
        NetworkSettings.Builder builder = NetworkSettings.builder().dnsServers(reader.optionalTexts("dnsServers"));
        reader.optionalText("dnsSearchDomain").ifPresent(builder::dnsSearchDomain);
        reader.optionalText("ntpServer").ifPresent(builder::ntpServer);
        reader.optionalWholeNumber("mtu").ifPresent(builder::mtu);
        reader.end();
        return builder.build();
    }
}
