package io.github.hpccachecmk.request;

import static io.github.hpccachecmk.request.SampleRequests.CACHE;
import static io.github.hpccachecmk.request.SampleRequests.CONSENT;
import static io.github.hpccachecmk.request.SampleRequests.KEY;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_KEY;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_VAULT;
import static io.github.hpccachecmk.request.SampleRequests.SUBSCRIPTION;
import static io.github.hpccachecmk.request.SampleRequests.VAULT;
import static io.github.hpccachecmk.request.SampleRequests.authorize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.VaultProtection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizeCacheTest {
    @Test
    void nothingButTheRequired_hasTheDefaults() {
        AuthorizeCache request = authorize().build();
        assertThat(request.kind()).isEqualTo(RequestKind.AUTHORIZE_CACHE);
        assertThat(request.target()).isEqualTo(CACHE);
        assertThat(request.allowedVaults()).containsExactly(VAULT);
        assertThat(request.key()).isEmpty();
        assertThat(request.keyName()).isEmpty();
        assertThat(request.vaultProtection()).isEqualTo(VaultProtection.requireAlreadyOn());
        assertThat(request.settleWindow()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void eachMember_countsForEquality() {
        ValueContract.check(
                () -> authorize().build(),
                List.of(
                        authorize()
                                .cache(CacheId.of(SUBSCRIPTION, "render-rg", "other"))
                                .build(),
                        authorize().addAllowedVault(OTHER_VAULT).build(),
                        authorize().keyName("cache-key").build(),
                        authorize().key(KEY).build(),
                        authorize().vaultProtection(CONSENT).build(),
                        authorize().settleWindow(Duration.ZERO).build()));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(AuthorizeCache.builder().cache(CACHE), "allowedVaults", "at least one vault"),
                Arguments.of(
                        AuthorizeCache.builder().addAllowedVault(VAULT),
                        "AuthorizeCache member cache",
                        "before build()"),
                Arguments.of(authorize().keyName("a/b"), "'a/b'", "1 to 127 letters"),
                Arguments.of(authorize().key(OTHER_KEY), OTHER_KEY.toString(), VAULT.toString()),
                Arguments.of(authorize().key(KEY).keyName("other"), "'other'", "key name cache-key"),
                Arguments.of(
                        authorize()
                                .vaultProtection(VaultProtection.enableIfMissing(
                                        IrreversibleChange.purgeProtectionOf(OTHER_VAULT))),
                        OTHER_VAULT.toString(),
                        VAULT.toString()),
                Arguments.of(authorize().settleWindow(Duration.ofSeconds(-1)), "'PT-1S'", "PT0S to PT24H"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badMember_isRefusedWithValueAndLegalForm(AuthorizeCache.Builder builder, String value, String legal) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining(value)
                .withMessageContaining(legal);
    }

    @Test
    void consentForOneOfSeveralVaults_isTaken() {
        AuthorizeCache request = authorize()
                .addAllowedVault(OTHER_VAULT)
                .vaultProtection(CONSENT)
                .build();
        assertThat(request.vaultProtection()).isEqualTo(CONSENT);
    }

    @Test
    void keyWithoutVersion_isAnExpectationOfTheKeyAlone() {
        assertThat(authorize().key(KEY.withoutVersion()).build().key()).contains(KEY.withoutVersion());
    }
}
