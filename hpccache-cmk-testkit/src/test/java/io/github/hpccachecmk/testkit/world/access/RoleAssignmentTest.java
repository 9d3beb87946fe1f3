package io.github.hpccachecmk.testkit.world.access;

import static io.github.hpccachecmk.testkit.world.Scene.AUTHORIZATION;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.JsonNull;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Role assignments, held against recorded traffic of Azure/azure-cli role tests. */
class RoleAssignmentTest {
    private static final String KEY = VAULT + "/keys/cache-key";
    private static final String ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments";
    private static final String FIRST = "77777777-7777-4777-8777-777777777771";
    private static final String SECOND = "77777777-7777-4777-8777-777777777772";
    private static final String PRINCIPAL = "88888888-8888-4888-8888-888888888888";
    private static final String ENCRYPTION_USER = BuiltInRoles.CRYPTO_SERVICE_ENCRYPTION_USER;

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.of("enableRbacAuthorization", true));
    }

    private static Doc body(String principal, String role) {
        return Doc.of(
                "properties",
                Doc.of(
                        "principalId",
                        principal,
                        "principalType",
                        "ServicePrincipal",
                        "roleDefinitionId",
                        Scene.SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/" + role));
    }

    private WireResponse assign(String scope, String name, Doc body) {
        return scene.put(scope + ASSIGNMENTS + "/" + name, AUTHORIZATION, body);
    }

    private List<Doc> list(String scope, String filter) {
        WireRequest request = WireRequest.arm("GET", scope + ASSIGNMENTS, AUTHORIZATION, null, Scene.OWNER);
        return scene.send(filter.isEmpty() ? request : request.withQuery("$filter", filter))
                .document()
                .objects("value");
    }

    @Test
    void putNew_answers201WithCreatedByNullAndCreatedOnShortlyBeforeUpdatedOn() {
        WireResponse made = assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));
        Doc properties = made.document().object("properties");

        assertThat(made.status()).isEqualTo(201);
        assertThat(properties.get("createdBy")).isEqualTo(JsonNull.NULL);
        assertThat(properties.text("updatedBy")).contains(Scene.OWNER_ID);
        Duration apart = Duration.between(
                Instant.parse(properties.text("createdOn").orElseThrow()),
                Instant.parse(properties.text("updatedOn").orElseThrow()));
        assertThat(apart).isBetween(Duration.ofMillis(400), Duration.ofMillis(1400));
    }

    @Test
    void laterList_hasCreatedByAndCreatedOnMovedToTheUpdate() {
        assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));
        Doc properties = list(KEY, "atScope()").get(0).object("properties");

        assertThat(properties.text("createdBy")).contains(Scene.OWNER_ID);
        assertThat(properties.text("createdOn")).isEqualTo(properties.text("updatedOn"));
    }

    @Test
    void conditionAndDescription_arePresentAsNull() {
        Doc properties =
                assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER)).document().object("properties");

        assertThat(List.of("condition", "conditionVersion", "delegatedManagedIdentityResourceId", "description"))
                .allMatch(member -> properties.get(member) == JsonNull.NULL);
    }

    @Test
    void principalMadeJustBeforeWithPrincipalType_isAssignedAtTheFirstTry() {
        scene.change(world -> world.with(new DirectoryPrincipal(PRINCIPAL, "ServicePrincipal", false)));

        assertThat(assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER)).status())
                .isEqualTo(201);
    }

    @Test
    void principalNotReplicatedWithoutPrincipalType_isNotFoundInTheServicesWords() {
        scene.change(world -> world.with(new DirectoryPrincipal(PRINCIPAL, "ServicePrincipal", false)));
        WireResponse refused =
                assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER).withoutAt("properties.principalType"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).contains("PrincipalNotFound");
        assertThat(refused.document().text("error.message").orElseThrow())
                .startsWith("Principal 88888888888848888888888888888888 does not exist in the directory "
                        + scene.world().settings().tenantId()
                        + ". Check that you have the correct principal ID.")
                .contains("this error might be related to a replication delay");
    }

    @Test
    void principalType_doesNotHelpWhenThatIsSwitchedOff() {
        scene.change(
                world -> world.settings(settings -> settings.with(Behaviour.PRINCIPAL_TYPE_SPARES_DIRECTORY, false)));

        assertThat(assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER)).errorCode())
                .contains("PrincipalNotFound");
    }

    @Test
    void sameScopeRoleAndPrincipalUnderAnotherName_conflictsWithoutNamingTheExistingOne() {
        assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));
        WireResponse refused = assign(KEY, SECOND, body(PRINCIPAL, ENCRYPTION_USER));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .isEqualTo(Doc.of(
                        "error",
                        Doc.of(
                                "code", "RoleAssignmentExists",
                                "message", "The role assignment already exists.")));
    }

    @Test
    void sameAssignmentAgain_answers200AndChangesNothing() {
        assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));
        World before = scene.world();

        assertThat(assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER)).status())
                .isEqualTo(200);
        assertThat(scene.world()).isEqualTo(before);
    }

    @Test
    void otherPrincipalUnderAnExistingName_isRefused() {
        assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));

        assertThat(assign(KEY, FIRST, body(Scene.OWNER_ID, ENCRYPTION_USER)).errorCode())
                .contains("RoleAssignmentUpdateNotPermitted");
    }

    @Test
    void atScope_returnsParentsInclRootWhoseIdStartsWithProviders() {
        assign("", FIRST, body(PRINCIPAL, BuiltInRoles.READER));
        assign(Scene.GROUP, SECOND, body(PRINCIPAL, ENCRYPTION_USER));
        List<Doc> found = list(VAULT, "atScope()");

        assertThat(found)
                .extracting(each -> each.text("id").orElse(""))
                .containsExactlyInAnyOrder(
                        "/providers/Microsoft.Authorization/roleAssignments/" + FIRST,
                        Scene.GROUP + ASSIGNMENTS + "/" + SECOND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atScope()|2",
                "|3",
                "assignedTo('88888888-8888-4888-8888-888888888888')|2",
                "principalId eq '88888888-8888-4888-8888-888888888888'|2",
                "principalId eq 88888888-8888-4888-8888-888888888888|2",
                "atScope() and assignedTo('88888888-8888-4888-8888-888888888888')|1"
            })
    void filter_choosesByPlaceAndPrincipal(String filter, int count) {
        assign(Scene.GROUP, FIRST, body(PRINCIPAL, ENCRYPTION_USER));
        assign(KEY, SECOND, body(PRINCIPAL, ENCRYPTION_USER));
        assign(VAULT, "77777777-7777-4777-8777-777777777773", body(Scene.OWNER_ID, ENCRYPTION_USER));

        assertThat(list(VAULT, filter == null ? "" : filter)).hasSize(count);
    }

    @Test
    void unknownFilter_isRefused() {
        WireRequest request = WireRequest.arm("GET", VAULT + ASSIGNMENTS, AUTHORIZATION, null, Scene.OWNER)
                .withQuery("$filter", "createdBy eq 'me'");

        assertThat(scene.send(request).status()).isEqualTo(400);
    }

    @Test
    void list_isPaged() {
        scene.change(world -> many(world, 450));
        WireResponse first = scene.get(VAULT + ASSIGNMENTS, AUTHORIZATION);
        WireResponse second = scene.follow(first);
        WireResponse third = scene.follow(second);

        assertThat(List.of(first, second, third))
                .extracting(page -> page.document().objects("value").size())
                .containsExactly(200, 200, 50);
    }

    @Test
    void fourThousandAssignments_areTheLimit() {
        scene.change(world -> many(world, 4000));

        assertThat(assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER)).errorCode())
                .contains("RoleAssignmentLimitExceeded");
    }

    private static World many(World world, int count) {
        World filled = world;
        for (int i = 0; i < count; i++) {
            String id = VAULT + ASSIGNMENTS + String.format("/66666666-6666-4666-8666-%012d", i);
            filled = filled.with(new Resource(
                    id,
                    Doc.empty(),
                    new RoleAssignmentState(
                            VAULT, String.format("55555555-5555-4555-8555-%012d", i), ENCRYPTION_USER, true)));
        }
        return filled;
    }

    @Test
    void unknownRole_isRefused() {
        assertThat(assign(KEY, FIRST, body(PRINCIPAL, SECOND)).errorCode()).contains("RoleDefinitionDoesNotExist");
    }

    @Test
    void scopeBelowAMissingVault_isNotFound() {
        assertThat(assign(VAULT + "-missing/keys/k", FIRST, body(PRINCIPAL, ENCRYPTION_USER))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void deleted_isGoneAndDeletingAgainAnswers204() {
        assign(KEY, FIRST, body(PRINCIPAL, ENCRYPTION_USER));

        assertThat(scene.delete(KEY + ASSIGNMENTS + "/" + FIRST, AUTHORIZATION).status())
                .isEqualTo(200);
        assertThat(scene.delete(KEY + ASSIGNMENTS + "/" + FIRST, AUTHORIZATION).status())
                .isEqualTo(204);
        assertThat(list(KEY, "")).isEmpty();
    }

    @Test
    void role_isEffectiveForServicesAfterItsDelay() {
        Scene slow = new Scene(Timing.immediate().with(Change.ROLE_EFFECTIVE, Delay.after(Duration.ofMinutes(5))));
        slow.vault(Doc.empty());
        slow.put(KEY + ASSIGNMENTS + "/" + FIRST, AUTHORIZATION, body(PRINCIPAL, ENCRYPTION_USER));

        assertThat(RoleRights.of(slow.world(), PRINCIPAL, new Decisions())).isEmpty();
        slow.advance(Duration.ofMinutes(5));
        assertThat(RoleRights.of(slow.world(), PRINCIPAL, new Decisions()))
                .anyMatch(right -> right.allowsData("Microsoft.KeyVault/vaults/keys/wrap/action", KEY));
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 403"})
    void ownNewRole_holdsForTheCallerAtOnceUnlessSwitchedOff(boolean atOnce, int status) {
        Scene slow = new Scene(Timing.usual());
        slow.vault(Doc.empty())
                .change(world -> world.settings(settings -> settings.with(Behaviour.OWN_ROLES_AT_ONCE, atOnce)))
                .principal("operator", PRINCIPAL);
        slow.put(VAULT + ASSIGNMENTS + "/" + FIRST, AUTHORIZATION, body(PRINCIPAL, BuiltInRoles.READER));

        assertThat(slow.send(WireRequest.arm("GET", VAULT, VAULTS, null, "operator"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void callerWithoutRight_isToldActionAndScope() {
        scene.principal("reader", PRINCIPAL, RightGrant.actions(Scene.GROUP, "*/read"));
        WireResponse refused = scene.send(WireRequest.arm(
                "PUT", KEY + ASSIGNMENTS + "/" + FIRST, AUTHORIZATION, body(PRINCIPAL, ENCRYPTION_USER), "reader"));

        assertThat(refused.errorCode()).contains("AuthorizationFailed");
        assertThat(refused.document().text("error.message").orElseThrow())
                .contains("'Microsoft.Authorization/roleAssignments/write'");
    }
}
