package com.contoso.render;

import static io.github.hpccachecmk.testkit.assertj.CmkAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.Faults;
import io.github.hpccachecmk.testkit.junit.CmkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// region quick-start
@CmkTest // each test gets an Azure in memory of its own
class RenderFarmTest {
    @Test
    void show_isRenderedUnderTheStudiosKey(FakeAzure azure, CustomerManagedKeys keys) throws InterruptedException {
        var farm = new RenderFarm(keys, Studio.in(azure)); // the code under test

        farm.open("dune"); // about half an hour of virtual time, some milliseconds of yours

        assertThat(farm.isReady("dune")).isTrue();
        assertThat(azure.fileSystem("scratch-dune")).isHealthy().isEncryptedWith(Studio.KEY);
    }
    // endregion

    // region assertions
    @Test
    void secondRun_writesNothing(FakeAzure azure, CustomerManagedKeys keys) throws InterruptedException {
        var farm = new RenderFarm(keys, Studio.in(azure));
        farm.open("dune");
        long before = azure.journal().last();

        farm.open("dune");

        assertThat(azure.journal().after(before)).hasNoWrites();
        assertThat(azure.journal())
                .hasCalls(PortOperation.CREATE_TARGET, 1)
                .hasChangedOnly(PortOperation.ADD_ACCESS_POLICY, PortOperation.CREATE_TARGET)
                .hasNoWriteAfterConvergence();
        assertThat(azure.vault(Studio.VAULT))
                .isPurgeProtected()
                .grants(azure.identity("scratch-identity").principalId(), "get", "wrapKey", "unwrapKey");
    }
    // endregion

    // region faults
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void passingTrouble_isSatOut(int status, FakeAzure azure, CustomerManagedKeys keys, Faults faults)
            throws InterruptedException {
        var farm = new RenderFarm(keys, Studio.in(azure));
        faults.on(PortOperation.GET_TARGET).call(2).answer(status, "TryLater", "Try again later");

        farm.open("dune");

        assertThat(farm.isReady("dune")).isTrue();
    }

    @Test
    void lostAnswer_makesNoSecondFileSystem(FakeAzure azure, CustomerManagedKeys keys, Faults faults)
            throws InterruptedException {
        var farm = new RenderFarm(keys, Studio.in(azure));
        faults.on(PortOperation.CREATE_TARGET).call(1).loseAnswerAfterEffect(); // the create happened, nobody was told

        farm.open("dune");

        assertThat(azure.journal()).hasCalls(PortOperation.CREATE_TARGET, 1);
    }
    // endregion

    // region blocked
    @Test
    void unprotectedVault_isLeftAlone(FakeAzure azure, CustomerManagedKeys keys) {
        var place = Studio.in(azure);
        azure.vault(Studio.VAULT).purgeProtection(false);
        var farm = new RenderFarm(keys, place);

        assertThatThrownBy(() -> farm.open("dune")).isInstanceOf(OperationBlockedException.class);

        assertThat(azure.vault(Studio.VAULT)).isNotPurgeProtected();
        assertThat(azure.journal()).hasNoWrites();
    }
    // endregion
}
