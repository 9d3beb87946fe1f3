package io.github.hpccachecmk.testkit.assertj;

import static io.github.hpccachecmk.testkit.assertj.CmkAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.SmallFlow;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CmkAssertionsTest {
    @Test
    void finishedFlow_passesWhatIsTrueOfIt() throws InterruptedException {
        var azure = finished();

        assertThat(azure.cache(SmallFlow.CACHE))
                .exists()
                .isHealthy()
                .hasHealth("Healthy")
                .hasProvisioningState("Succeeded")
                .hasCustomerManagedKey()
                .isEncryptedWith(SmallFlow.KEY)
                .hasKeyUrl(azure.keyUrl(SmallFlow.VAULT, SmallFlow.KEY))
                .doesNotRotateByItself()
                .hasSystemPrincipal();
        assertThat(azure.vault(SmallFlow.VAULT))
                .isPurgeProtected()
                .hasVersions(SmallFlow.KEY, 1)
                .grants(azure.cache(SmallFlow.CACHE).principalId(), "get", "wrapKey", "unwrapKey")
                .grantsNothingTo("fa4e0000-0000-4000-8000-000000000000");
        assertThat(azure.journal())
                .hasCalls(PortOperation.CREATE_TARGET, 1)
                .hasNoCalls(PortOperation.PROTECT_VAULT)
                .hasChangedOnly(PortOperation.CREATE_TARGET, PortOperation.ADD_ACCESS_POLICY)
                .hasConverged()
                .hasNoWriteAfterConvergence();
        assertThat(azure.cache("other"))
                .doesNotExist()
                .hasNoCustomerManagedKey()
                .hasNoSystemPrincipal();
        assertThat(FakeAzure.create().journal())
                .hasNoWrites()
                .hasChangedNothing()
                .hasAtMostCalls(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrue")
    void whatIsUntrue_failsWithExpectedActualAndTheCalls(String part, ThrowingCallable assertion) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Expected: ", "Actual:   ", part, "CREATE_TARGET");
    }

    static Stream<Arguments> untrue() throws InterruptedException {
        var azure = finished();
        var cache = azure.cache(SmallFlow.CACHE);
        var other = azure.cache("other");
        var vault = azure.vault(SmallFlow.VAULT);
        return Stream.of(
                untrue("it does not exist", () -> assertThat(other).isHealthy()),
                untrue("it does not", () -> assertThat(other).exists()),
                untrue("health Healthy", () -> assertThat(cache).doesNotExist()),
                untrue("WaitingForKey", () -> assertThat(cache).hasHealth("WaitingForKey")),
                untrue("Failed", () -> assertThat(cache).hasProvisioningState("Failed")),
                untrue("/keys/" + SmallFlow.KEY, () -> assertThat(cache).isEncryptedWith("other-key")),
                untrue("no customer-managed key", () -> assertThat(other).hasCustomerManagedKey()),
                untrue("it is off", () -> assertThat(cache).rotatesByItself()),
                untrue("it has none", () -> assertThat(other).hasSystemPrincipal()),
                untrue("it is on", () -> assertThat(vault).isNotPurgeProtected()),
                untrue("[get, unwrapkey, wrapkey]", () -> assertThat(vault).grants(cache.principalId(), "delete")),
                untrue("has 2 versions", () -> assertThat(vault).hasVersions(SmallFlow.KEY, 2)),
                untrue(
                        "2 calls of CREATE_TARGET",
                        () -> assertThat(azure.journal()).hasCalls(PortOperation.CREATE_TARGET, 2)),
                untrue(
                        "ADD_ACCESS_POLICY",
                        () -> assertThat(azure.journal()).hasChangedOnly(PortOperation.CREATE_TARGET)),
                untrue("no writes", () -> assertThat(azure.journal()).hasNoWrites()),
                untrue(
                        "no call changed anything",
                        () -> assertThat(azure.journal()).hasChangedNothing()),
                untrue("at most 1 calls", () -> assertThat(azure.journal()).hasAtMostCalls(1)));
    }

    @Test
    void roleOnAnRbacVault_isAGrant() throws InterruptedException {
        var azure = FakeAzure.create();
        azure.vault(SmallFlow.VAULT).rbac();

        SmallFlow.run(azure, azure.customerManagedKeys());

        assertThat(azure.vault(SmallFlow.VAULT))
                .grants(azure.cache(SmallFlow.CACHE).principalId(), "get", "wrapKey", "unwrapKey");
    }

    @Test
    void percentSignInAName_doesNotSpoilTheMessage() {
        var azure = FakeAzure.create();

        assertThatThrownBy(() -> assertThat(azure.cache("100%s%n")).exists()).hasMessageContaining("100%s%n exists");
        assertThatCode(() -> assertThat(azure.cache("100%s%n")).doesNotExist()).doesNotThrowAnyException();
    }

    private static FakeAzure finished() throws InterruptedException {
        var azure = FakeAzure.create();
        SmallFlow.run(azure, azure.customerManagedKeys());
        return azure;
    }

    private static Arguments untrue(String part, ThrowingCallable assertion) {
        return Arguments.of(part, assertion);
    }
}
