package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RequiredPermission.Occasion;
import io.github.hpccachecmk.report.RequiredPermissions;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rights that the library says a request needs are enough, and without one to write with it does not get done. */
class LeastPrivilegeTest {
    private static final String DEPLOYER = "deployer";
    private static final Set<Occasion> WRITING =
            EnumSet.of(Occasion.CREATE, Occasion.GRANT, Occasion.PROTECT_VAULT, Occasion.SET_ROTATION);

    @ParameterizedTest
    @EnumSource(Variant.class)
    void essentialRightsAtTheirScopes_areEnough(Variant variant) {
        var azure = variant.world(1);

        var result = run(azure, variant, needed(azure, variant).all());

        assertThat(result.state())
                .as(() -> result + "\n" + azure.journal().timeline())
                .isEqualTo(StepResult.State.DONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {
                "CACHE_SYSTEM_POLICY_UNPROTECTED",
                "CACHE_SYSTEM_RBAC_UNPROTECTED",
                "FILE_SYSTEM_RBAC",
                "AUTHORIZE_POLICY_UNPROTECTED"
            })
    void withoutOneRightToWrite_itIsNotDone(Variant variant) {
        var all = needed(variant.world(1), variant).all();
        var writing =
                all.stream().filter(right -> WRITING.contains(right.occasion())).toList();
        assertThat(writing).hasSizeGreaterThanOrEqualTo(2);

        for (var missing : writing) {
            var azure = variant.world(1);
            var others = all.stream()
                    .filter(right -> !right.action().equals(missing.action()))
                    .toList();

            var result = run(azure, variant, others);

            assertThat(result.state()).as("without " + missing).isNotEqualTo(StepResult.State.DONE);
        }
    }

    private static RequiredPermissions needed(FakeAzure azure, Variant variant) {
        return azure.customerManagedKeys()
                .requiredPermissions(variant.request(azure))
                .on(variant.isRbac() ? AccessModel.RBAC : AccessModel.ACCESS_POLICY)
                .essential();
    }

    private static StepResult<?> run(FakeAzure azure, Variant variant, List<RequiredPermission> rights) {
        var caller = azure.principal(DEPLOYER);
        rights.forEach(right -> caller.mayAt(right.scope(), right.action()));
        var process = azure.customerManagedKeys(DEPLOYER);
        var stepper = new Stepper(azure, () -> process, variant.request(azure), true);
        return stepper.toTheEnd();
    }
}
