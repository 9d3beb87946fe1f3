package io.github.hpccachecmk.azure.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "poll https://management.azure.com/x/y?api-version=1&t=638&c=CANARY_CANARY&s=CANARY&h=CANARY now",
                "blob https://a.blob.core.windows.net/c/b?sv=2020&sig=CANARY%2BCANARY%3D",
                "HTTPS://A.EXAMPLE/x?CANARY",
                "query only: sig=CANARYCANARY1234 and s=CANARYCANARY",
                "Authorization: Bearer CANARY.CANARY.CANARY",
                "bearer CANARY-CANARY",
                "token eyJCANARYabc.eyJCANARY.CANARY end",
                "{\"password\": \"CANARY\\\"CANARY\", \"username\": \"u\"}",
                "{\"bindPassword\":\"CANARY\"}",
                "{\"clientSecret\":\"CANARY\"}"
            })
    void secrets_areTakenOut(String text) {
        assertThat(Redactor.clean(text)).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cache size 10 is invalid for sku Standard_2G.  Valid values are 3072, 6144, 12288.",
                "please go to https://aka.ms/ARMResourceNotFoundFix",
                "The property \"enablePurgeProtection\" cannot be set to false.",
                "Caller: appid=04b07795-8ddb-461a-bbee-02f9e1bf7b46;oid=1;iss=https://sts.windows.net/x/"
            })
    void ordinaryWords_stay(String text) {
        assertThat(Redactor.clean(text)).isEqualTo(text);
    }

    @Test
    void endlessText_isCut() {
        assertThat(Redactor.clean("x".repeat(1_000_000))).hasSizeLessThan(5_000);
    }
}
