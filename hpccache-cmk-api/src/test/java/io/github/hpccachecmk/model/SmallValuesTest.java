package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallValuesTest {
    private static final String GUID = "11111111-2222-3333-4444-55555555abcd";
    private static final VaultId VAULT = VaultId.of(GUID, "g", "contoso-cmk");
    private static final VaultId OTHER_VAULT = VaultId.of(GUID, "g", "fabrikam");
    private static final UserAssignedIdentityId ONE = UserAssignedIdentityId.of(GUID, "g", "one");
    private static final UserAssignedIdentityId TWO = UserAssignedIdentityId.of(GUID, "g", "two");

    @Test
    void principalAndTenant_areLowerCaseGuids() {
        assertThat(PrincipalId.of("11111111-2222-3333-4444-55555555ABCD")).hasToString(GUID);
        assertThat(TenantId.of("11111111-2222-3333-4444-55555555ABCD")).hasToString(GUID);
        ValueContract.check(
                () -> PrincipalId.of(GUID),
                List.of(PrincipalId.of("21111111-2222-3333-4444-55555555abcd"), TenantId.of(GUID)));
        ValueContract.check(
                () -> TenantId.of(GUID),
                List.of(TenantId.of("21111111-2222-3333-4444-55555555abcd"), PrincipalId.of(GUID)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "11111111222233334444555555555555",
                "{11111111-2222-3333-4444-55555555abcd}",
                "1-2-3-4-5",
                "11111111-2222-3333-4444-55555555abcg"
            })
    void textThatIsNoGuid_isRefused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PrincipalId.of(text))
                .withMessageContaining("principal id")
                .withMessageContaining("a GUID such as");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TenantId.of(text))
                .withMessageContaining("tenant id")
                .withMessageContaining("a GUID such as");
    }

    @Test
    void managedIdentity_countsKindAndIds() {
        ValueContract.check(
                () -> ManagedIdentity.userAssigned(ONE, TWO),
                List.of(
                        ManagedIdentity.userAssigned(ONE),
                        ManagedIdentity.userAssigned(TWO),
                        ManagedIdentity.systemAndUserAssigned(ONE, TWO),
                        ManagedIdentity.systemAssigned()));
        ValueContract.check(ManagedIdentity::systemAssigned, List.of(ManagedIdentity.userAssigned(ONE)));
    }

    @Test
    void identityNamedTwice_countsOnceAndOrderIsKept() {
        UserAssignedIdentityId twoInCapitals = UserAssignedIdentityId.of(GUID, "G", "TWO");
        ManagedIdentity identity = ManagedIdentity.userAssigned(TWO, ONE, twoInCapitals);
        assertThat(identity.userAssigned()).containsExactly(TWO, ONE);
        assertThat(identity).isEqualTo(ManagedIdentity.userAssigned(ONE, TWO));
    }

    @Test
    void managedIdentity_tellsItsKindAndWhetherItIsSystemAssigned() {
        assertThat(ManagedIdentity.systemAssigned().kind()).isEqualTo(IdentityKind.SYSTEM_ASSIGNED);
        assertThat(ManagedIdentity.systemAssigned().hasSystemAssigned()).isTrue();
        assertThat(ManagedIdentity.systemAssigned().userAssigned()).isEmpty();
        assertThat(ManagedIdentity.userAssigned(ONE).kind()).isEqualTo(IdentityKind.USER_ASSIGNED);
        assertThat(ManagedIdentity.userAssigned(ONE).hasSystemAssigned()).isFalse();
        ManagedIdentity both = ManagedIdentity.systemAndUserAssigned(ONE);
        assertThat(both.kind()).isEqualTo(IdentityKind.SYSTEM_AND_USER_ASSIGNED);
        assertThat(both.hasSystemAssigned()).isTrue();
        assertThat(both).hasToString("SystemAssigned, UserAssigned [" + ONE + "]");
    }

    @Test
    void missingIdentity_isRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ManagedIdentity.userAssigned(null))
                .withMessageContaining("user-assigned identity");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ManagedIdentity.systemAndUserAssigned(ONE, (UserAssignedIdentityId) null))
                .withMessageContaining("user-assigned identity");
    }

    @Test
    void consent_isForTheVaultItNames() {
        IrreversibleChange consent = IrreversibleChange.purgeProtectionOf(VAULT);
        assertThat(consent.vault()).isEqualTo(VAULT);
        assertThat(consent.covers(VaultId.of(GUID, "G", "CONTOSO-CMK"))).isTrue();
        assertThat(consent.covers(OTHER_VAULT)).isFalse();
        assertThat(consent).hasToString("purge protection of " + VAULT);
        ValueContract.check(
                () -> IrreversibleChange.purgeProtectionOf(VAULT),
                List.of(IrreversibleChange.purgeProtectionOf(OTHER_VAULT)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> IrreversibleChange.purgeProtectionOf(null));
    }

    @Test
    void vaultProtection_needsAConsentToEnable() {
        IrreversibleChange consent = IrreversibleChange.purgeProtectionOf(VAULT);
        assertThat(VaultProtection.requireAlreadyOn().consent()).isEmpty();
        assertThat(VaultProtection.enableIfMissing(consent).consent()).contains(consent);
        ValueContract.check(
                () -> VaultProtection.enableIfMissing(consent),
                List.of(
                        VaultProtection.requireAlreadyOn(),
                        VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(OTHER_VAULT))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> VaultProtection.enableIfMissing(null))
                .withMessageContaining("purgeProtectionOf");
    }

    @Test
    void authorizer_isThisCallerOrSomebodyNamed() {
        assertThat(Authorizer.thisCaller().other()).isEmpty();
        assertThat(Authorizer.thisCaller()).hasToString("this caller");
        assertThat(Authorizer.someoneElse("vault team").other()).contains("vault team");
        ValueContract.check(
                () -> Authorizer.someoneElse("vault team"),
                List.of(Authorizer.thisCaller(), Authorizer.someoneElse("security")));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "a\u001b[2Jb", " padded"})
    void badNameOfAuthorizer_isRefused(String who) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Authorizer.someoneElse(who))
                .withMessageContaining("name of who authorizes")
                .withMessageNotContaining("\u001b");
    }

    @Test
    void maintenanceWindow_isDayAndWholeMinute() {
        ValueContract.check(
                () -> new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 30)),
                List.of(
                        new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.of(22, 30)),
                        new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 31))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 30, 1)))
                .withMessageContaining("22:30:01")
                .withMessageContaining("whole minutes");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 30, 0, 1)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MaintenanceWindow(null, LocalTime.NOON))
                .withMessageContaining("a day of the week");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MaintenanceWindow(DayOfWeek.FRIDAY, null))
                .withMessageContaining("22:30");
    }

    @Test
    void networkSettings_countEachMember() {
        ValueContract.check(
                () -> network().build(),
                List.of(
                        network().mtu(1400).build(),
                        network().addDnsServer("10.0.0.2").build(),
                        network().dnsSearchDomain("fabrikam.example").build(),
                        network().ntpServer("ntp.fabrikam.example").build(),
                        NetworkSettings.builder().build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {575, 1501, 0, -1})
    void mtuOutOfRange_isRefused(int mtu) {
        NetworkSettings.Builder builder = NetworkSettings.builder().mtu(mtu);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining("MTU is '" + mtu + "'")
                .withMessageContaining("576 to 1500");
    }

    @ParameterizedTest
    @ValueSource(ints = {576, 1500})
    void mtuAtTheLimits_isTaken(int mtu) {
        assertThat(NetworkSettings.builder().mtu(mtu).build().mtu()).hasValue(mtu);
    }

    @Test
    void blankNetworkMember_isRefusedByName() {
        assertNetworkRefused(network().addDnsServer(" "), "DNS server");
        assertNetworkRefused(network().dnsSearchDomain(""), "DNS search domain");
        assertNetworkRefused(network().ntpServer("a\nb"), "NTP server");
    }

    private static void assertNetworkRefused(NetworkSettings.Builder builder, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining(what)
                .withMessageContaining("legal is: ");
    }

    private static NetworkSettings.Builder network() {
        return NetworkSettings.builder()
                .mtu(1500)
                .addDnsServer("10.0.0.1")
                .dnsSearchDomain("contoso.example")
                .ntpServer("ntp.contoso.example");
    }
}
