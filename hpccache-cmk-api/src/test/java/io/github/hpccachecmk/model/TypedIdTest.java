package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedIdTest {
    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/";

    private interface Maker {
        TypedId of(String subscription, String group, String name);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        (Maker) CacheId::of,
                        (Function<String, TypedId>) CacheId::parse,
                        "Microsoft.StorageCache/caches"),
                Arguments.of(
                        (Maker) FileSystemId::of,
                        (Function<String, TypedId>) FileSystemId::parse,
                        "Microsoft.StorageCache/amlFilesystems"),
                Arguments.of(
                        (Maker) VaultId::of, (Function<String, TypedId>) VaultId::parse, "Microsoft.KeyVault/vaults"),
                Arguments.of(
                        (Maker) UserAssignedIdentityId::of,
                        (Function<String, TypedId>) UserAssignedIdentityId::parse,
                        "Microsoft.ManagedIdentity/userAssignedIdentities"),
                Arguments.of(
                        (Maker) (s, g, n) -> SubnetId.of(s, g, "vnet", n),
                        (Function<String, TypedId>) SubnetId::parse,
                        "Microsoft.Network/virtualNetworks/vnet/subnets"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void madeOfItsParts_isTheParsedId(Maker of, Function<String, TypedId> parse, String type) {
        String text = GROUP + type + "/some-name";
        TypedId id = of.of(SUBSCRIPTION, "g", "some-name");
        assertThat(id).hasToString(text).isEqualTo(parse.apply(text + "/"));
        assertThat(id.name()).isEqualTo("some-name");
        assertThat(id.subscription()).isEqualTo(SUBSCRIPTION);
        assertThat(id.group()).isEqualTo(ResourceGroupId.of(SUBSCRIPTION, "g"));
        assertThat(id.resourceId()).isEqualTo(ResourceId.parse(text));
        assertThat(parse.apply(text.toUpperCase(Locale.ROOT))).isEqualTo(id).hasSameHashCodeAs(id);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachPart_countsForEquality(Maker of, Function<String, TypedId> parse, String type) {
        ValueContract.check(
                () -> of.of(SUBSCRIPTION, "g", "name"),
                List.of(
                        of.of(OTHER, "g", "name"),
                        of.of(SUBSCRIPTION, "h", "name"),
                        of.of(SUBSCRIPTION, "g", "name2"),
                        ResourceId.parse(GROUP + type + "/name")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void idOfAnotherType_isRefusedByNamingBoth(Maker of, Function<String, TypedId> parse, String type) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> parse.apply(GROUP + "Microsoft.Compute/disks/name"))
                .withMessageContaining("Microsoft.Compute/disks")
                .withMessageContaining(type.replace("/vnet", ""));
    }

    static Stream<Arguments> badNames() {
        return Stream.of(
                Arguments.of((Maker) CacheId::of, List.of("a.b", "a b", "", "a/b", "x".repeat(81)), "1 to 80"),
                Arguments.of(
                        (Maker) FileSystemId::of, List.of("a", "-ab", "ab-", "a.b", "_ab", "x".repeat(81)), "2 to 80"),
                Arguments.of(
                        (Maker) VaultId::of,
                        List.of("ab", "1ab", "a--b", "ab-", "-ab", "a_b", "a.b", "x".repeat(25)),
                        "3 to 24"),
                Arguments.of(
                        (Maker) UserAssignedIdentityId::of, List.of("ab", "_ab", "a.b", "x".repeat(129)), "3 to 128"),
                Arguments.of(
                        (Maker) (s, g, n) -> SubnetId.of(s, g, "vnet", n),
                        List.of("_a", "a-", "a.", "(a)", "x".repeat(81)),
                        "1 to 80"));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void badName_isRefusedWithTheLegalForm(Maker of, List<String> names, String form) {
        for (String name : names) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(name)
                    .isThrownBy(() -> of.of(SUBSCRIPTION, "g", name))
                    .withMessageContaining("name")
                    .satisfies(e -> {
                        if (!name.isEmpty() && !name.contains("/") && !name.contains(" ")) {
                            assertThat(e).hasMessageContaining("'" + name + "'").hasMessageContaining(form);
                        }
                    });
        }
    }

    @Test
    void longestNames_areTaken() {
        assertThat(CacheId.of(SUBSCRIPTION, "g", "-".repeat(80)).name()).hasSize(80);
        assertThat(FileSystemId.of(SUBSCRIPTION, "g", "x".repeat(80)).name()).hasSize(80);
        assertThat(FileSystemId.of(SUBSCRIPTION, "g", "ab").name()).isEqualTo("ab");
        assertThat(VaultId.of(SUBSCRIPTION, "g", "x".repeat(24)).name()).hasSize(24);
        assertThat(VaultId.of(SUBSCRIPTION, "g", "a-1").name()).isEqualTo("a-1");
        assertThat(CacheId.of(SUBSCRIPTION, "g", "-").name()).isEqualTo("-");
        assertThat(UserAssignedIdentityId.of(SUBSCRIPTION, "g", "x".repeat(128)).name())
                .hasSize(128);
        assertThat(SubnetId.of(SUBSCRIPTION, "g", "v", "x".repeat(80)).name()).hasSize(80);
    }

    @Test
    void cacheAndFileSystem_areTargetsOfTheirKind() {
        TargetId cache = TargetId.parse(GROUP + "microsoft.storagecache/CACHES/c");
        TargetId fileSystem = TargetId.parse(GROUP + "Microsoft.StorageCache/amlfilesystems/fs");
        assertThat(cache).isInstanceOf(CacheId.class);
        assertThat(cache.kind()).isEqualTo(TargetKind.HPC_CACHE);
        assertThat(fileSystem).isInstanceOf(FileSystemId.class);
        assertThat(fileSystem.kind()).isEqualTo(TargetKind.MANAGED_LUSTRE);
        assertThat(fileSystem.name()).isEqualTo("fs");
    }

    @Test
    void vaultAsTarget_isRefusedByNamingTheTargetTypes() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TargetId.parse(GROUP + "Microsoft.KeyVault/vaults/abc"))
                .withMessageContaining("Microsoft.KeyVault/vaults")
                .withMessageContaining("Microsoft.StorageCache/caches or Microsoft.StorageCache/amlFilesystems");
    }

    @Test
    void keyScope_isBelowTheVault() {
        VaultId vault = VaultId.of(SUBSCRIPTION, "g", "contoso-cmk");
        assertThat(vault.keyScope("cache-key")).hasToString(vault + "/keys/cache-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a_b", "", "..", "a.b"})
    void keyScopeOfABadName_isRefused(String name) {
        VaultId vault = VaultId.of(SUBSCRIPTION, "g", "contoso-cmk");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> vault.keyScope(name))
                .withMessageContaining("key name")
                .withMessageContaining("1 to 127 letters, digits and hyphens");
    }
}
