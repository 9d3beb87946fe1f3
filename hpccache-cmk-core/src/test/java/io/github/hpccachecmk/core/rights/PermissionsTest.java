package io.github.hpccachecmk.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.PermissionEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    private static final String WRITE = "Microsoft.KeyVault/vaults/write";

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "Microsoft.KeyVault/*, true",
        "microsoft.keyvault/VAULTS/Write, true",
        "*/write, true",
        "Microsoft.*/vaults/*, true",
        "Microsoft.KeyVault/vaults/write*, true",
        "Microsoft.KeyVault/vaults/read, false",
        "*/read, false",
        "Microsoft.KeyVault/vaults, false",
        "Microsoft.KeyVault/vaults/*/write, false",
        "'', false"
    })
    void pattern_matchesWithoutCaseAndWithStars(String pattern, boolean matches) {
        assertThat(Permissions.matches(pattern, WRITE)).isEqualTo(matches);
    }

    @Test
    void notActions_subtractWithinTheirOwnEntryOnly() {
        var contributor = entry(List.of("*"), List.of("*/write"));
        var keys = entry(List.of("Microsoft.KeyVault/*"), List.of("Microsoft.KeyVault/vaults/read"));
        assertThat(Permissions.allow(List.of(contributor), WRITE)).isFalse();
        assertThat(Permissions.allow(List.of(contributor, keys), WRITE)).isTrue();
        assertThat(Permissions.allow(List.of(keys), "Microsoft.KeyVault/vaults/read"))
                .isFalse();
        assertThat(Permissions.allow(List.of(keys, contributor), "Microsoft.KeyVault/vaults/read"))
                .isTrue();
    }

    @Test
    void noEntry_allowsNothing() {
        assertThat(Permissions.allow(List.of(), WRITE)).isFalse();
    }

    private static PermissionEntry entry(List<String> actions, List<String> notActions) {
        return new PermissionEntry(actions, notActions, List.of(), List.of());
    }

    @Test
    void starBetweenSlashes_mayStandForNothingInWhatIsAllowedOnly() {
        var operator = new PermissionEntry(
                List.of("Microsoft.ManagedIdentity/userAssignedIdentities/*/read"), List.of(), List.of(), List.of());
        var withoutReads =
                new PermissionEntry(List.of("*"), List.of("Microsoft.KeyVault/vaults/*/read"), List.of(), List.of());
        assertThat(Permissions.allow(List.of(operator), "Microsoft.ManagedIdentity/userAssignedIdentities/read"))
                .isTrue();
        assertThat(Permissions.allow(List.of(withoutReads), "Microsoft.KeyVault/vaults/read"))
                .isTrue();
        assertThat(Permissions.allow(List.of(withoutReads), "Microsoft.KeyVault/vaults/keys/read"))
                .isFalse();
    }
}
