package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What recorded traffic of Azure/azure-powershell and azure-cli-extensions shows of changing, stopping and deleting caches. */
class CacheActionsRecordedTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure, "2023-05-01");
    private final String cache = calls.cache("render-cache");

    @BeforeEach
    void healthyCache() {
        calls.send("PUT", cache, calls.plainCache());
        calls.pass("20:00");
        assertThat(calls.shown(cache)).startsWith("Succeeded/Healthy/");
    }

    private static void assertAccepted(WireResponse answer) {
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isNull();
        String operation = answer.header("Azure-AsyncOperation").orElseThrow();
        assertThat(answer.header("Location")).contains(operation.replace("?api-version", "?monitor=true&api-version"));
    }

    @Test
    void patchOfTags_answers200AtOnceWithoutAddresses() {
        String before =
                calls.get(cache).document().text("systemData.lastModifiedAt").orElseThrow();

        WireResponse answer = calls.send("PATCH", cache, Doc.of("tags", Doc.of("Dept", "Render")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Azure-AsyncOperation")).isEmpty();
        assertThat(answer.document().object("tags")).isEqualTo(Map.of("Dept", "Render"));
        assertThat(answer.document().has("properties.mountAddresses")).isFalse();
        assertThat(answer.document().has("properties.networkSettings.utilityAddresses"))
                .isFalse();
        assertThat(answer.document().text("systemData.lastModifiedAt").orElseThrow())
                .isGreaterThan(before);
        calls.pass("0:01");
        assertThat(calls.get(cache).document().has("properties.mountAddresses")).isTrue();
    }

    @Test
    void flush_runsTenSecondsAndShowsFlushingForEleven() {
        WireResponse answer = calls.post(cache + "/flush");
        assertAccepted(answer);
        String url = answer.header("Azure-AsyncOperation").orElseThrow();

        calls.pass("0:10");
        assertThat(calls.follow(url).document().text("status")).contains("InProgress");
        calls.pass("0:01");
        Doc done = calls.follow(url).document();
        assertThat(done.keySet()).containsExactly("startTime", "endTime", "status", "properties", "name");
        assertThat(done.object("properties")).isEqualTo(Map.of("output", "success"));
        assertThat(calls.shown(cache))
                .isEqualTo("Succeeded/Flushing/The cache is flushing data to the Storage Targets.");
        calls.pass("0:02");
        assertThat(calls.shown(cache)).startsWith("Succeeded/Healthy/");
    }

    @Test
    void stop_endsAfter142SecondsAndKeepsAddresses() {
        WireResponse answer = calls.post(cache + "/stop");
        assertAccepted(answer);
        calls.pass("1:00");
        assertThat(calls.shown(cache)).isEqualTo("Succeeded/Stopping/The cache is being stopped");

        calls.pass("1:22");

        assertThat(calls.follow(answer.header("Azure-AsyncOperation").orElseThrow())
                        .document()
                        .text("status"))
                .contains("Succeeded");
        assertThat(calls.shown(cache)).isEqualTo("Succeeded/Stopped/The Cache resources have been deallocated");
        assertThat(calls.get(cache).document().has("properties.mountAddresses")).isTrue();
    }

    @Test
    void startOfStoppedCache_isHealthyAfterSevenMinutes() {
        calls.post(cache + "/stop");
        calls.pass("2:22");
        assertAccepted(calls.post(cache + "/start"));

        assertThat(calls.shown(cache)).isEqualTo("Succeeded/Transitioning/The cache is being allocated.");
        calls.pass("7:01");
        assertThat(calls.shown(cache)).startsWith("Succeeded/Healthy/");
    }

    @Test
    void startOfRunningCache_answers204WithoutOperation() {
        WireResponse answer = calls.post(cache + "/start");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isNull();
        assertThat(answer.header("Azure-AsyncOperation")).isEmpty();
    }

    @Test
    void debugInfo_runs159Seconds() {
        WireResponse answer = calls.post(cache + "/debugInfo");
        assertAccepted(answer);
        calls.pass("2:38");
        String url = answer.header("Azure-AsyncOperation").orElseThrow();
        assertThat(calls.follow(url).document().text("status")).contains("InProgress");
        calls.pass("0:01");
        assertThat(calls.follow(url).document().text("status")).contains("Succeeded");
    }

    @Test
    void deleteWhileCreating_isAcceptedAndShowsDeleting() {
        String other = calls.cache("second");
        calls.send("PUT", other, calls.plainCache());
        calls.pass("0:02");

        assertAccepted(calls.send("DELETE", other, null));

        assertThat(calls.shown(other)).isEqualTo("Deleting/Stopping/Deleting Cache");
    }

    @Test
    void delete_endsAfterSixMinutesAndTheListHoldsItNoLonger() {
        WireResponse answer = calls.send("DELETE", cache, null);
        calls.pass("6:00");
        String list = azure.groupId("render-rg") + "/providers/Microsoft.StorageCache/caches";
        assertThat(calls.get(list).document().objects("value")).hasSize(1);

        calls.pass("0:01");

        assertThat(calls.get(list).document().objects("value")).isEmpty();
        assertThat(calls.get(cache).status()).isEqualTo(404);
        WireResponse monitor = calls.follow(answer.header("Location").orElseThrow());
        assertThat(monitor.status()).isEqualTo(200);
        assertThat(monitor.body()).isNull();
    }

    @Test
    void usages_nameBothKindsWithLimitFour() {
        Doc list = calls.get("/subscriptions/" + azure.subscription()
                        + "/providers/Microsoft.StorageCache/locations/eastus/usages")
                .document();

        assertThat(list.objects("value"))
                .extracting(
                        usage -> usage.text("name.value").orElseThrow(),
                        usage -> usage.at("limit").orElseThrow(),
                        usage -> usage.at("currentValue").orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Cache", 4, 1),
                        org.assertj.core.groups.Tuple.tuple("AmlFilesystem", 4, 0));
        assertThat(list.objects("value"))
                .allSatisfy(usage -> assertThat(usage.text("unit")).contains("Count"));
    }

    @Test
    void skus_nameARegionSeveralTimesInMixedSpelling() {
        Doc list = calls.get("/subscriptions/" + azure.subscription() + "/providers/Microsoft.StorageCache/skus")
                .document();

        assertThat(list.keySet()).isEqualTo(Set.of("value"));
        List<Doc> twoG = list.objects("value").stream()
                .filter(sku -> sku.text("name").orElseThrow().equals("Standard_2G"))
                .toList();
        assertThat(twoG.stream()
                        .filter(sku -> sku.texts("locations").contains("eastus"))
                        .count())
                .isGreaterThan(1);
        assertThat(twoG).anySatisfy(sku -> assertThat(sku.texts("locations")).contains("CanadaCentral"));
        assertThat(twoG)
                .anySatisfy(sku -> assertThat(sku.objects("locationInfo").get(0).list("zones"))
                        .isEqualTo(List.of("3", "2", "1")));
        assertThat(twoG)
                .allSatisfy(sku -> assertThat(sku.objects("capabilities"))
                        .contains(Doc.of("name", "cache sizes(GB)", "value", "3072,6144,12288")));
        assertThat(twoG).allSatisfy(sku -> assertThat(sku.list("restrictions")).isEmpty());
    }
}
