package io.github.hpccachecmk.azure.implementation;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.ClientOptions;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The real binding on a {@link Recorder}, and the names that its tests share. */
final class Stage {
    static final String SUBSCRIPTION = "0b1f6471-1bf0-4dda-aec3-111122223333";
    static final String TOKEN = "canary-token-eyJhbGciOi.payload.signature";
    static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    static final String DATE = "Mon, 4 May 2026 10:00:07 GMT";
    static final Instant AT_DATE = Instant.parse("2026-05-04T10:00:07Z");
    static final CallContext CONTEXT = new CallContext("3e2d9a3c-0000-5000-8000-aaaabbbbcccc");
    static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";
    static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "render-rg", "contoso-cmk");
    static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "render-cache");
    static final FileSystemId FILE_SYSTEM = FileSystemId.of(SUBSCRIPTION, "render-rg", "render-fs");
    static final TenantId TENANT = TenantId.of("72f988bf-86f1-41af-91ab-2d7cd011db47");
    static final PrincipalId PRINCIPAL = PrincipalId.of("25cc773c-7f05-40fc-a104-32d2300754ad");
    static final String KEY_VERSION = "0123456789abcdef0123456789abcdef";

    final Recorder azure = new Recorder();
    final List<List<String>> scopes = new ArrayList<>();
    final List<HttpPipelinePolicy> policies = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    HttpLogOptions logOptions = new HttpLogOptions();
    Cloud cloud = Cloud.PUBLIC;
    TokenCredential credential = request -> {
        scopes.add(request.getScopes());
        return Mono.just(new AccessToken(
                TOKEN, OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC).plusYears(20)));
    };

    Ports ports() {
        var settings = new PipelineSettings(
                credential,
                cloud,
                cloud.armEndpoint(),
                azure,
                policies,
                new ClientOptions(),
                logOptions,
                "2026-02-01",
                "2026-01-01",
                KeyMaterialSource.none());
        return Adapters.ports(
                settings,
                InstantSource.fixed(NOW),
                (operation, scope, correlationId, start, end, status, code) ->
                        told.add(operation + " " + scope + " " + correlationId + " " + status + " " + code));
    }
}
