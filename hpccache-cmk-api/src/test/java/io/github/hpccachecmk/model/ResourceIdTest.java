package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {
    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-55555555ABCD";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk";

    @Test
    void parsedId_givesItsParts() {
        ResourceId id = ResourceId.parse(VAULT);
        assertThat(id.subscription()).isEqualTo(SUBSCRIPTION);
        assertThat(id.resourceGroup()).isEqualTo("render-rg");
        assertThat(id.group()).isEqualTo(ResourceGroupId.of(SUBSCRIPTION, "render-rg"));
        assertThat(id.type()).isEqualTo("Microsoft.KeyVault/vaults");
        assertThat(id.name()).isEqualTo("contoso-cmk");
        assertThat(id).hasToString(VAULT);
        assertThat(id.canonical()).isEqualTo(VAULT.toLowerCase(Locale.ROOT));
    }

    @Test
    void nestedId_hasTheWholeTypeAndTheLastName() {
        ResourceId id = ResourceId.parse(GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet/subnets/default");
        assertThat(id.type()).isEqualTo("Microsoft.Network/virtualNetworks/subnets");
        assertThat(id.name()).isEqualTo("default");
        assertThat(id)
                .isEqualTo(ResourceId.of(SUBSCRIPTION, "render-rg", "Microsoft.Network/virtualNetworks", "vnet")
                        .child("subnets", "default"));
    }

    @Test
    void trailingSlash_isDropped() {
        assertThat(ResourceId.parse(VAULT + "/")).hasToString(VAULT);
    }

    @Test
    void otherCase_isEqualAndKeepsItsSpelling() {
        ResourceId lower = ResourceId.parse(VAULT.toLowerCase(Locale.ROOT));
        ResourceId upper = ResourceId.parse(VAULT.toUpperCase(Locale.ROOT));
        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
        assertThat(upper).hasToString(VAULT.toUpperCase(Locale.ROOT));
        assertThat(upper.isOfType("microsoft.keyvault/VAULTS")).isTrue();
    }

    @Test
    void eachPart_countsForEquality() {
        ValueContract.check(
                () -> ResourceId.of(SUBSCRIPTION, "g", "Microsoft.KeyVault/vaults", "n"),
                List.of(
                        ResourceId.of("00000000-2222-3333-4444-555555555555", "g", "Microsoft.KeyVault/vaults", "n"),
                        ResourceId.of(SUBSCRIPTION, "g2", "Microsoft.KeyVault/vaults", "n"),
                        ResourceId.of(SUBSCRIPTION, "g", "Microsoft.KeyVault/others", "n"),
                        ResourceId.of(SUBSCRIPTION, "g", "Microsoft.Other/vaults", "n"),
                        ResourceId.of(SUBSCRIPTION, "g", "Microsoft.KeyVault/vaults", "n2"),
                        ResourceId.of(SUBSCRIPTION, "g", "Microsoft.KeyVault/vaults", "n")
                                .child("keys", "k")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/providers/Microsoft.KeyVault/vaults/a%2fb          | percent-encoding",
                "/providers/Microsoft.KeyVault/vaults/..              | dot segment ..",
                "/providers/Microsoft.KeyVault/vaults/.               | dot segment .",
                "/providers/Microsoft.KeyVault//vaults/a              | empty segment",
                "/providers/Microsoft.KeyVault/vaults/a//             | empty segment",
                "/providers/Microsoft.KeyVault/vaults/a?x=1           | with a query",
                "/providers/Microsoft.KeyVault/vaults/a#x             | with a fragment",
                "/providers/Microsoft.KeyVault/vaults\\a/b            | backslash",
                "/providers/Microsoft.KeyVault/vaults                 | /providers/{namespace}/{type}/{name}",
                "/providers/Microsoft.KeyVault/vaults/a/keys          | /providers/{namespace}/{type}/{name}",
                "/suppliers/Microsoft.KeyVault/vaults/a               | /providers/{namespace}/{type}/{name}",
                "/providers/Microsoft_KeyVault/vaults/a               | provider namespace",
                "/providers/Microsoft.KeyVault/vaults/a b             | resource name",
                "/providers/Microsoft.KeyVault/va-ults/a              | resource type",
            })
    void badTail_isRefusedWithTheReason(String tail, String reason) {
        assertRefused(GROUP + tail, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions/not-a-guid/resourceGroups/g/providers/Microsoft.KeyVault/vaults/a",
                "/subscriptions/111111112222333344445555555555ab/resourceGroups/g/providers/Microsoft.KeyVault/vaults/a"
            })
    void subscriptionThatIsNoGuid_isRefused(String id) {
        assertRefused(id, "a GUID such as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  ", "vaults", "subscriptions/x", "/", "//", "https://management.azure.com/subscriptions/x"})
    @NullAndEmptySource
    void textThatIsNoPath_isRefusedWithTheForm(String id) {
        assertRefused(id, "/subscriptions/{GUID}/resourceGroups/{group}/providers/");
    }

    @Test
    void controlCharacter_isRefusedAndNotEchoed() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceId.parse(VAULT + "\nforged: yes"))
                .withMessageContaining("control characters")
                .withMessageNotContaining("\n");
    }

    @Test
    void endlessInput_isRefused() {
        assertRefused("/a".repeat(100_000), "longer than 2048 characters");
    }

    @Test
    void signedUrlPastedByMistake_keepsItsSignatureOutOfTheMessage() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceId.parse(VAULT + "?sig=CANARY"))
                .withMessageContaining("contoso-cmk")
                .withMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft.KeyVault", "/vaults", "Microsoft.KeyVault/vaults/keys", ""})
    void typeThatIsNotNamespaceAndType_isRefused(String type) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceId.of(SUBSCRIPTION, "g", type, "n"))
                .withMessageContaining("resource type")
                .withMessageContaining("{namespace}/{type}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "a%2fb", "", "a/keys/b"})
    void childNameThatIsAPath_isRefused(String name) {
        ResourceId parent = ResourceId.parse(VAULT);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> parent.child("keys", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c-(d)", "rg)", "größe-1", "レンダー", "\u0661\u0662", "\ud835\udc00"})
    void legalGroupName_isTaken(String name) {
        ResourceGroupId group = ResourceGroupId.of(SUBSCRIPTION, name);
        assertThat(group.name()).isEqualTo(name);
        assertThat(group.subscription()).isEqualTo(SUBSCRIPTION);
        assertThat(ResourceGroupId.parse(group + "/")).isEqualTo(group).hasToString(group.toString());
    }

    @Test
    void groupNameOfNinety_isTheLongest() {
        assertThat(ResourceGroupId.of(SUBSCRIPTION, "g".repeat(90)).name()).hasSize(90);
        assertGroupRefused("g".repeat(91));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ends.",
                "a b",
                "a/b",
                "a%20b",
                "a%2fb",
                "a\\b",
                "..",
                "",
                "a\tb",
                "a\u0000b",
                "a\u202eb",
                "a\u200bb",
                "a\ufeffb",
                "a\ud800b",
                "a\u2024b",
                "a\u2044b",
                "a\uff0fb",
                "a:b",
                "a?b",
                "a#b"
            })
    void badGroupName_isRefused(String name) {
        assertGroupRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/providers", "/providers/Microsoft.KeyVault/vaults/a"})
    void idThatIsNoGroup_isRefused(String tail) {
        String id = tail.isEmpty() ? "/subscriptions/" + SUBSCRIPTION : GROUP + tail;
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceGroupId.parse(id))
                .withMessageContaining("resource group id")
                .withMessageContaining("/subscriptions/{GUID}/resourceGroups/{group}");
    }

    @Test
    void groupEquality_isWithoutCaseAndCountsEachPart() {
        ValueContract.check(
                () -> ResourceGroupId.of(SUBSCRIPTION, "g"),
                List.of(
                        ResourceGroupId.of(SUBSCRIPTION, "h"),
                        ResourceGroupId.of("00000000-2222-3333-4444-555555555555", "g")));
        ResourceGroupId upper = ResourceGroupId.parse(GROUP.toUpperCase(Locale.ROOT));
        assertThat(upper).isEqualTo(ResourceGroupId.parse(GROUP)).hasSameHashCodeAs(ResourceGroupId.parse(GROUP));
    }

    @Test
    void groupsOfOtherScripts_areEqualWithoutCase() {
        ResourceGroupId lower = ResourceGroupId.of(SUBSCRIPTION, "größe-я");
        ResourceGroupId upper = ResourceGroupId.of(SUBSCRIPTION, "GRÖßE-Я");
        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
        assertThat(ResourceId.of(SUBSCRIPTION, upper.name(), "Microsoft.KeyVault/vaults", "v"))
                .isEqualTo(ResourceId.of(SUBSCRIPTION, lower.name(), "Microsoft.KeyVault/vaults", "v"));
    }

    @Test
    void lettersThatOnlyUpperCaseMakesAlike_areDifferentGroups() {
        // U+017F becomes S in upper case and stays as it is in lower case: equality and hash code have to agree on one.
        assertThat(ResourceGroupId.of(SUBSCRIPTION, "\u017f")).isNotEqualTo(ResourceGroupId.of(SUBSCRIPTION, "s"));
    }

    private static void assertGroupRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceGroupId.of(SUBSCRIPTION, name))
                .withMessageContaining("resource group name")
                .withMessageContaining("1 to 90 letters");
    }

    private static void assertRefused(String id, String reason) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResourceId.parse(id))
                .withMessageContaining(reason)
                .withMessageContaining("legal is: ");
    }
}
