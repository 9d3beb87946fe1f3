package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.KeyCandidate;
import io.github.hpccachecmk.report.KeyVersionState;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.VaultCandidate;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody can choose from, with the calls that it takes. */
class PickersTest {
    private final FakeAzure azure = FakeAzure.create(1);

    private TargetId target() {
        return CacheId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, "render");
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private VaultId vault(String name) {
        return VaultId.parse(azure.vault(name).id());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaults_areEligibleOrSayWhichRuleLeavesThemOut(Face face) {
        azure.vault("good").purgeProtection(true);
        azure.vault("unprotected");
        azure.vault("elsewhere").purgeProtection(true).in("westeurope");
        azure.vault("closed").purgeProtection(true).firewall("Deny", "None");

        var found = face.keys(azure)
                .eligibleVaults(target(), "East US")
                .collect(Collectors.toMap(candidate -> candidate.vault().name(), candidate -> candidate));

        assertThat(found).hasSize(4);
        assertThat(found.get("good")).returns(true, VaultCandidate::isEligible);
        assertThat(found.get("good").findings()).isEmpty();
        assertThat(found.get("unprotected").isEligible()).isTrue();
        assertThat(found.get("unprotected").findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("vault.purge-protection", Severity.WILL_FIX));
        assertThat(found.get("elsewhere").isEligible()).isFalse();
        assertThat(rules(found.get("elsewhere").findings())).containsExactly("vault.region");
        assertThat(found.get("closed").isEligible()).isFalse();
        assertThat(rules(found.get("closed").findings())).containsExactly("vault.network");
        assertThat(azure.journal().countByOperation())
                .isEqualTo(java.util.Map.of(PortOperation.LIST_VAULTS_OF_SUBSCRIPTION.name(), 1));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void thousandsOfVaults_areFetchedPageByPageAndOnlyAsFarAsAsked(Face face) {
        for (int i = 0; i < 2500; i++) {
            azure.vault("vault-%04d".formatted(i));
        }
        long before = azure.journal().last();

        var first =
                face.keys(azure).eligibleVaults(target(), "eastus").limit(10).toList();
        int callsForTen = azure.journal().after(before).entries().size();
        var all = face.keys(azure).eligibleVaults(target(), "eastus").count();

        assertThat(first).hasSize(10);
        assertThat(callsForTen).isEqualTo(1);
        assertThat(all).isEqualTo(2500);
        assertThat(azure.journal().after(before).entries()).hasSize(1 + 3);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keys_areEligibleOrSayWhichRuleLeavesThemOut(Face face) {
        azure.vault("contoso-cmk")
                .firewall("Deny", "AzureServices")
                .withRsaKey("good", 2048)
                .withRsaKey("long", 3072)
                .withKey("curve", "EC", 256)
                .withRsaKey("off", 2048)
                .keyEnabled("off", false)
                .withRsaKey("over", 2048)
                .keyDates("over", Optional.empty(), Optional.of(azure.now().minus(Duration.ofDays(1))));
        long before = azure.journal().last();

        var found = face.keys(azure)
                .eligibleKeys(vault("contoso-cmk"))
                .collect(Collectors.toMap(candidate -> candidate.key().keyName(), candidate -> candidate));

        assertThat(found.values())
                .filteredOn(KeyCandidate::isEligible)
                .extracting(candidate -> candidate.key().toString())
                .containsExactly(azure.keyUrl("contoso-cmk", "good"));
        assertThat(rules(found.get("long").findings())).containsExactly("key.size");
        assertThat(rules(found.get("curve").findings())).contains("key.type");
        assertThat(rules(found.get("off").findings())).containsExactly("key.enabled");
        assertThat(rules(found.get("over").findings())).containsExactly("key.expiry");
        var made = azure.journal().after(before);
        assertThat(made.calls(PortOperation.LIST_KEYS)).hasSize(1);
        assertThat(made.calls(PortOperation.GET_KEY)).hasSize(5);
        assertThat(made.entries()).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versions_comeWithTheirState(Face face) {
        var script = azure.vault("contoso-cmk").withRsaKey("key", 2048);
        var old = script.keyUrl("key");
        script.keyEnabled("key", false).withNewVersion("key");

        var versions = face.keys(azure).keyVersions(vault("contoso-cmk"), "key").toList();

        assertThat(versions).hasSize(2);
        assertThat(versions)
                .filteredOn(version -> version.isUsableAt(azure.now()))
                .extracting(version -> version.key().toString())
                .containsExactly(script.keyUrl("key"));
        assertThat(versions)
                .filteredOn(version -> version.key().toString().equals(old))
                .extracting(KeyVersionState::enabled)
                .containsExactly(false);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWhoMayNotList_isToldSo(Face face) {
        azure.vault("contoso-cmk");
        azure.principal("nobody");
        var keys = face.keys(azure, io.github.hpccachecmk.core.policy.RuleCatalogue.standard(), "nobody");

        assertThatExceptionOfType(CmkException.class)
                .isThrownBy(() -> keys.eligibleKeys(vault("contoso-cmk")).toList())
                .returns(ErrorCode.CALLER_NOT_AUTHORIZED, CmkException::code);
    }
}
