package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.SUBSCRIPTION;
import static io.github.hpccachecmk.core.policy.VaultSketch.vault;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import org.junit.jupiter.api.Test;

class VaultAssignmentsRuleTest {
    private static final FactKey.AssignmentCount COUNT = new FactKey.AssignmentCount(SUBSCRIPTION);
    private static final Rule RULE = new VaultAssignmentsRule();

    private static Given onRbac() {
        return Given.request(Given.cache()).with(vault(v -> v.model = AccessModel.RBAC));
    }

    @Test
    void roomEnough_isOk() {
        assertOnly(onRbac().with(COUNT, 3799).judgedBy(RULE))
                .isOk("The vault's subscription has 3,799 role assignments of its own; 4,000 is the limit.")
                .isAbout("/subscriptions/" + SUBSCRIPTION);
    }

    @Test
    void limitNear_warns() {
        var text =
                "The vault's subscription has 3,800 role assignments of its own; 4,000 is the limit, and each resource"
                        + " and key takes one.";
        assertOnly(onRbac().with(COUNT, 3800).judgedBy(RULE)).isWarning(text);
        assertOnly(onRbac().with(COUNT, 3999).judgedBy(RULE)).isWarning(text.replace("3,800", "3,999"));
    }

    @Test
    void limitReachedBeforeACreate_blocks() {
        assertOnly(onRbac().with(COUNT, 4000).judgedBy(RULE))
                .isBlocking(
                        ErrorCode.LIMIT_REACHED,
                        "The vault's subscription has 4,000 role assignments of its own; 4,000 is the limit, and giving"
                                + " access takes one more.")
                .hasRemedy(
                        "Remove assignments that nobody needs, first those of principals that are gone, or give the role"
                                + " to a group or at a wider scope.");
    }

    @Test
    void countUnreadable_isUnknown() {
        var refused = Given.refused(PortOperation.LIST_ASSIGNMENTS_OF_SUBSCRIPTION);
        assertOnly(onRbac().withFailure(COUNT, refused).judgedBy(RULE))
                .isUnknown(
                        "Not checked: LIST_ASSIGNMENTS_OF_SUBSCRIPTION answered 403 AuthorizationFailed (The client has no"
                                + " right).");
    }

    @Test
    void vaultOfAccessPolicies_isOkAndNothingIsListed() {
        var given = Given.request(Given.cache()).with(vault(v -> v.model = AccessModel.ACCESS_POLICY));

        assertOnly(given.judgedBy(RULE)).isOk("Access is given by access policies, which are no role assignments.");
        assertThat(RULE.facts(given.situation())).doesNotContain(COUNT);
        assertThat(RULE.facts(onRbac().situation())).contains(COUNT);
    }

    @Test
    void rule_isThereOnlyWhenAskedFor() {
        assertThat(RuleCatalogue.standard().rules()).extracting(Rule::id).doesNotContain(RULE.id());
        assertThat(RuleCatalogue.standard(PolicySettings.azure().countingAssignments())
                        .rules())
                .extracting(Rule::id)
                .contains(RULE.id());
    }
}
