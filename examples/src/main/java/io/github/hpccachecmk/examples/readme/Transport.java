package io.github.hpccachecmk.examples.readme;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.github.hpccachecmk.azure.CmkClient;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import java.time.Duration;

/** A transport of one's own. */
final class Transport {
    private Transport() {}

    static CmkClient client(TokenCredential credential) {
        // region transport
        HttpClient transport = new JdkHttpClientBuilder()
                .connectionTimeout(Duration.ofSeconds(10))
                .build(); // or any other com.azure.core.http.HttpClient
        CmkClient keys = new CmkClientBuilder()
                .credential(credential)
                .httpClient(transport)
                .buildClient();
        // endregion
        return keys;
    }
}
