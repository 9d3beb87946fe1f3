package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What recorded traffic of Azure/azure-sdk-for-net, azure-powershell and azure-cli-extensions shows of file systems. */
class FileSystemRecordedTest {
    private static final String CREATING = "Creating/Transitioning/The cluster is in the process of changing states";
    private static final String AVAILABLE = "Succeeded/Available/The cluster is available";

    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure, "2023-05-01");
    private final String path = calls.fileSystem("fs1");

    @Test
    void create_answers201WithEmptyClientInfoAndCapacityAsFraction() {
        WireResponse answer = calls.send("PUT", path, calls.plainFileSystem());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Azure-AsyncOperation")).isPresent();
        assertThat(answer.header("Location")).isEmpty();
        Doc body = answer.document();
        assertThat(body.at("properties.storageCapacityTiB")).contains(16.0);
        assertThat(body.at("properties.throughputProvisionedMBps")).contains(2000);
        assertThat(body.at("properties.hsm")).contains(Map.of());
        assertThat(body.text("properties.clientInfo.mgsAddress")).contains("");
        assertThat(body.texts("zones")).containsExactly("1");
        assertThat(body.has("properties.health.statusCode")).isFalse();
        assertThat(calls.shown(path)).isEqualTo(CREATING);
    }

    @Test
    void createWithKeyAndAccess_takes644SecondsAndEchoesNoPrincipalAndNoFlag() {
        VaultScript vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        IdentityScript identity = azure.identity("render-id");
        calls.grant(vault, identity.principalId());
        calls.pass("1:00");
        WireResponse answer = calls.send("PUT", path, calls.encryptedFileSystem(vault, "cache-key", identity));

        calls.pass("10:43");
        assertThat(calls.shown(path)).isEqualTo(CREATING);
        calls.pass("0:02");

        assertThat(calls.shown(path)).isEqualTo(AVAILABLE);
        Doc shown = calls.get(path).document();
        assertThat(shown.object("properties.encryptionSettings"))
                .isEqualTo(answer.document().object("properties.encryptionSettings"))
                .containsOnlyKeys("keyEncryptionKey");
        assertThat(shown.object("identity.userAssignedIdentities")).isEqualTo(Map.of(identity.id(), Map.of()));
        assertThat(shown.text("properties.clientInfo.lustreVersion")).contains("2.15");
    }

    @Test
    void patchOfTagsOrMaintenanceWindow_answers200AtOnceWithFullBody() {
        calls.send("PUT", path, calls.plainFileSystem());
        calls.pass("12:00");
        String before =
                calls.get(path).document().text("systemData.lastModifiedAt").orElseThrow();

        WireResponse answer = calls.send(
                "PATCH",
                path,
                Doc.of(
                        "tags", Doc.of("a", "b"),
                        "properties",
                                Doc.of("maintenanceWindow", Doc.of("dayOfWeek", "Monday", "timeOfDayUTC", "01:00"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Azure-AsyncOperation")).isEmpty();
        assertThat(answer.document().text("properties.maintenanceWindow.dayOfWeek"))
                .contains("Monday");
        assertThat(answer.document().text("properties.clientInfo.lustreVersion"))
                .contains("2.15");
        assertThat(answer.document().text("systemData.lastModifiedAt").orElseThrow())
                .isGreaterThan(before);
    }

    @Test
    void putOnExisting_answers201AgainAndStaysAvailableForFourSeconds() {
        calls.send("PUT", path, calls.plainFileSystem());
        calls.pass("12:00");
        Doc before = calls.get(path).document();

        WireResponse answer = calls.send("PUT", path, calls.plainFileSystem().with("tags", Doc.of("a", "b")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(calls.shown(path)).isEqualTo("Creating/Available/The cluster is available");
        assertThat(answer.document().text("systemData.createdAt")).isEqualTo(before.text("systemData.createdAt"));
        calls.pass("0:05");
        assertThat(calls.shown(path)).isEqualTo(AVAILABLE);
    }

    @Test
    void delete_takes500Seconds() {
        calls.send("PUT", path, calls.plainFileSystem());
        calls.pass("12:00");

        WireResponse answer = calls.send("DELETE", path, null);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isPresent();
        calls.pass("8:19");
        assertThat(calls.get(path).status()).isEqualTo(200);
        calls.pass("0:01");
        assertThat(calls.get(path).status()).isEqualTo(404);
    }

    @Test
    void createWithoutAccess_failsWithTheReasonInTheOperation() {
        VaultScript vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        Doc body = calls.encryptedFileSystem(vault, "cache-key", azure.identity("render-id"));
        String url =
                calls.send("PUT", path, body).header("Azure-AsyncOperation").orElseThrow();
        calls.pass("3:00");

        Doc status = calls.follow(url).document();

        assertThat(status.text("status")).contains("Failed");
        assertThat(status.text("error.code")).contains("KeyVaultAccessForbidden");
        assertThat(status.text("error.message").orElseThrow())
                .contains("Please grant get, wrap and unwrap key permissions");
        assertThat(azure.fileSystem("fs1").provisioningState()).isEqualTo("Failed");
    }

    @Test
    void samePutOverFailedFileSystem_healsItOnceAccessIsEffective() {
        VaultScript vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        IdentityScript identity = azure.identity("render-id");
        Doc body = calls.encryptedFileSystem(vault, "cache-key", identity);
        calls.send("PUT", path, body);
        calls.pass("3:00");
        String createdAt =
                azure.fileSystem("fs1").document().text("systemData.createdAt").orElseThrow();
        calls.grant(vault, identity.principalId());
        calls.pass("1:00");

        calls.send("PUT", path, body);
        calls.pass("10:45");

        assertThat(calls.shown(path)).isEqualTo(AVAILABLE);
        assertThat(azure.fileSystem("fs1").document().text("systemData.createdAt"))
                .contains(createdAt);
    }

    @Test
    void membersNewBy2026_areShownInThatVersionAndNotBefore() {
        StorageCacheCalls newest = new StorageCacheCalls(azure, "2026-01-01");
        Doc hsm = Doc.of("settings", Doc.of("container", "/c", "loggingContainer", "/l"));
        newest.send("PUT", path, newest.plainFileSystem().withAt("properties.hsm", hsm));
        newest.pass("20:00");

        Doc shown = newest.get(path).document();
        assertThat(shown.text("properties.clusterUuid").orElseThrow())
                .matches("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
        assertThat(shown.at("properties.currentStorageCapacityTiB")).contains(16);
        assertThat(shown.texts("properties.hsm.settings.importPrefixesInitial")).containsExactly("/");
        Doc older = calls.get(path).document();
        assertThat(older.object("properties")).doesNotContainKeys("clusterUuid", "currentStorageCapacityTiB");
        assertThat(older.has("properties.hsm.settings.importPrefixesInitial")).isFalse();
    }

    @Test
    void clusterUuid_staysOverAnUpdateAndIsAnotherOnceMadeAgain() {
        StorageCacheCalls newest = new StorageCacheCalls(azure, "2026-01-01");
        newest.send("PUT", path, newest.plainFileSystem());
        newest.pass("20:00");
        Optional<String> first = newest.get(path).document().text("properties.clusterUuid");
        newest.send("PATCH", path, Doc.of("tags", Doc.of("a", "b")));
        assertThat(newest.get(path).document().text("properties.clusterUuid")).isEqualTo(first);

        newest.send("DELETE", path, null);
        newest.pass("20:00");
        newest.send("PUT", path, newest.plainFileSystem());
        newest.pass("20:00");

        assertThat(newest.get(path).document().text("properties.clusterUuid"))
                .isPresent()
                .isNotEqualTo(first);
    }

    @Test
    void importPrefixes_stayAsWritten() {
        StorageCacheCalls newest = new StorageCacheCalls(azure, "2026-01-01");
        Doc settings = Doc.of(
                "container", "/c", "loggingContainer", "/l", "importPrefixesInitial", List.of("/scenes", "/textures"));
        newest.send("PUT", path, newest.plainFileSystem().withAt("properties.hsm", Doc.of("settings", settings)));

        assertThat(newest.get(path).document().texts("properties.hsm.settings.importPrefixesInitial"))
                .containsExactly("/scenes", "/textures");
    }

    @Test
    void health_neverHasAStatusCode() {
        WireResponse made = calls.send("PUT", path, calls.plainFileSystem());
        calls.pass("20:00");

        assertThat(made.document().object("properties.health").keySet())
                .containsExactlyInAnyOrder("state", "statusDescription");
        assertThat(calls.get(path).document().object("properties.health").keySet())
                .containsExactlyInAnyOrder("state", "statusDescription");
    }
}
