package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits from Microsoft's article "Understand how Azure Resource Manager throttles requests". */
class ThrottlingTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure, "2023-05-01");
    private final String list = azure.groupId("render-rg") + "/providers/Microsoft.StorageCache/caches";

    @Test
    void reads_are250AtOnceAnd25ASecond() {
        for (int i = 0; i < 250; i++) {
            assertThat(calls.get(list).header("x-ms-ratelimit-remaining-subscription-reads"))
                    .contains(Integer.toString(249 - i));
        }
        WireResponse refused = calls.get(list);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(refused.header("x-ms-request-id")).isPresent();

        azure.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 25; i++) {
            assertThat(calls.get(list).status()).isEqualTo(200);
        }
        assertThat(calls.get(list).status()).isEqualTo(429);
    }

    @Test
    void principalsAndKindsOfCall_haveBucketsOfTheirOwn() {
        azure.principal("other").may("*");
        for (int i = 0; i < 250; i++) {
            calls.get(list);
        }

        assertThat(azure.answer(WireRequest.arm("GET", list, "2023-05-01", null, "other"))
                        .status())
                .isEqualTo(200);
        assertThat(calls.send("PUT", calls.cache("render-cache"), calls.plainCache())
                        .header("x-ms-ratelimit-remaining-subscription-writes"))
                .contains("199");
    }

    @Test
    void throttling_canBeSwitchedOff() {
        azure.throttling(false);
        for (int i = 0; i < 400; i++) {
            assertThat(calls.get(list).status()).isEqualTo(200);
        }
    }

    @Test
    void counters_areThoseOfRecordedTraffic() {
        String cache = calls.cache("render-cache");
        WireResponse made = calls.send("PUT", cache, calls.plainCache());

        assertThat(made.header("x-ms-ratelimit-remaining-resource"))
                .contains("Microsoft.Compute/CreateOrUpdateCache1Min;59");
        assertThat(calls.get(cache).header("x-ms-ratelimit-remaining-resource"))
                .contains("Microsoft.Compute/GetCache1Min;114");
        assertThat(calls.get(list).header("x-ms-ratelimit-remaining-resource"))
                .contains("Microsoft.Compute/ListCaches1Min;119");
        assertThat(calls.follow(made.header("Azure-AsyncOperation").orElseThrow())
                        .header("x-ms-ratelimit-remaining-resource"))
                .contains("Microsoft.Compute/GetOperationStatus1Min;239");
        assertThat(made.header("x-ms-served-by")).isPresent();
        WireResponse missing = calls.get(calls.cache("missing"));
        assertThat(missing.header("x-ms-served-by")).isEmpty();
        assertThat(missing.header("x-ms-ratelimit-remaining-subscription-reads"))
                .isEmpty();
        assertThat(calls.send("PUT", calls.fileSystem("fs1"), calls.plainFileSystem())
                        .header("x-ms-ratelimit-remaining-resource"))
                .isEmpty();
    }
}
