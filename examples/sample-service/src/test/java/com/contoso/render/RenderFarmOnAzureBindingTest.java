package com.contoso.render;

import static io.github.hpccachecmk.testkit.assertj.CmkAssertions.assertThat;

import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.junit.CmkTest;
import org.junit.jupiter.api.Test;

class RenderFarmOnAzureBindingTest {
    // region http
    @Test
    @CmkTest
    void show_isRenderedThroughTheAzureSdk(FakeAzure azure, HttpFace http) throws InterruptedException {
        var keys = new CmkClientBuilder()
                .httpClient(http.client())
                .credential(http.credentialFor(FakeAzure.OWNER))
                .pacing(azure.pacing()) // virtual time
                .buildClient();

        new RenderFarm(keys, Studio.in(azure)).open("dune");

        assertThat(azure.fileSystem("scratch-dune")).isHealthy();
    }
    // endregion
}
