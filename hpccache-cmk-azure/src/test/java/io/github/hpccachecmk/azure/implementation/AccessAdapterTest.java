package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.GROUP;
import static io.github.hpccachecmk.azure.implementation.Stage.PRINCIPAL;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.model.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessAdapterTest {
    private static final String ROLE = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private static final UUID NAME = UUID.fromString("0a1b2c3d-4e5f-5a6b-8c7d-0e1f2a3b4c5d");
    private static final ResourceId SCOPE = VAULT.keyScope("cache-key");
    private static final String AUTHORIZATION = SCOPE + "/providers/Microsoft.Authorization/";
    private static final String ASSIGNMENT = """
            {"id":"%sroleAssignments/%s","name":"%s","type":"Microsoft.Authorization/roleAssignments",
             "properties":{"roleDefinitionId":"/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/%s",
              "principalId":"%s","principalType":"ServicePrincipal","scope":"%s","condition":null,"conditionVersion":null,
              "createdOn":"2022-02-16T18:44:15.651234Z","updatedOn":"2022-02-16T18:44:16.1Z","createdBy":null,"updatedBy":"u",
              "delegatedManagedIdentityResourceId":null,"description":null}}
            """.formatted(
                    AUTHORIZATION, NAME, NAME, SUBSCRIPTION, ROLE.toUpperCase(java.util.Locale.ROOT), PRINCIPAL, SCOPE);
    private static final RoleAssignment MAPPED = new RoleAssignment(
            AUTHORIZATION + "roleAssignments/" + NAME,
            SCOPE.toString(),
            PRINCIPAL,
            ROLE,
            Optional.empty(),
            Optional.of(Instant.parse("2022-02-16T18:44:15.651234Z")));

    private final Stage stage = new Stage();

    @Test
    void assign_putsAtTheKeysScopeWithPrincipalTypeAndGivenName() {
        stage.azure.answer(201, ASSIGNMENT, "Date", DATE);

        var answer = stage.ports().access().assign(CONTEXT, new RoleGrant(SCOPE, NAME, PRINCIPAL, ROLE));

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.path()).isEqualTo(AUTHORIZATION + "roleAssignments/" + NAME);
        assertThat(sent.query())
                .as("the call is Microsoft.Authorization's, though Key Vault is in its path")
                .isEqualTo(Map.of("api-version", "2022-04-01"));
        assertThat(sent.json())
                .isEqualTo(Map.of(
                        "properties",
                        Map.of(
                                "roleDefinitionId",
                                "/subscriptions/" + SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/"
                                        + ROLE,
                                "principalId",
                                PRINCIPAL.toString(),
                                "principalType",
                                "ServicePrincipal")));
        assertThat(sent.headers()).containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(answer.value()).isEqualTo(MAPPED);
        assertThat(answer.at()).isEqualTo(AT_DATE);
    }

    @Test
    void existingAssignment_isARefusalOfTheService() {
        stage.azure.answer(
                409,
                "{\"error\":{\"code\":\"RoleAssignmentExists\",\"message\":\"The role assignment already exists.\"}}");

        assertThatThrownBy(() -> stage.ports().access().assign(CONTEXT, new RoleGrant(SCOPE, NAME, PRINCIPAL, ROLE)))
                .isInstanceOfSatisfying(RemoteException.class, thrown -> {
                    assertThat(thrown.failure().status()).isEqualTo(409);
                    assertThat(thrown.failure().serviceCode()).isEqualTo("RoleAssignmentExists");
                });
    }

    @Test
    void list_isOnePageACall() {
        var next = "https://management.azure.com" + AUTHORIZATION
                + "roleAssignments?api-version=2022-04-01&$filter=x&$skiptoken=2";
        stage.azure
                .answer(200, "{\"value\":[" + ASSIGNMENT + "],\"nextLink\":\"" + next + "\"}", "Date", DATE)
                .answer(200, "{\"value\":[" + ASSIGNMENT.replace("\"condition\":null", "\"condition\":\"@a\"") + "]}");
        var access = stage.ports().access();

        var first = access.list(CONTEXT, SCOPE, PRINCIPAL, Optional.empty());

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.path()).isEqualTo(AUTHORIZATION + "roleAssignments");
        assertThat(sent.query())
                .isEqualTo(Map.of("api-version", "2022-04-01", "$filter", "assignedTo('" + PRINCIPAL + "')"));
        assertThat(sent.headers()).containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(first.value().items()).containsExactly(MAPPED);
        assertThat(first.value().next()).contains(next);
        assertThat(first.at()).isEqualTo(AT_DATE);

        var second =
                access.list(CONTEXT, SCOPE, PRINCIPAL, first.value().next()).value();

        assertThat(stage.azure.sent).hasSize(2);
        assertThat(stage.azure.sent.get(1).url()).isEqualTo(next);
        assertThat(stage.azure.sent.get(1).headers())
                .containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(second.next()).isEmpty();
        assertThat(second.items()).extracting(RoleAssignment::condition).containsExactly(Optional.of("@a"));
    }

    @Test
    void permissions_areReadAtAnyScope() {
        stage.azure.answer(200, """
                {"value":[{"actions":["*"],"notActions":["Microsoft.Authorization/*/Write"],"dataActions":["a/b"],"notDataActions":[]},
                          {"actions":["x/read"],"notActions":[]}],"nextLink":null}
                """);

        var page = stage.ports()
                .access()
                .permissions(CONTEXT, GROUP, Optional.empty())
                .value();

        var sent = stage.azure.only();
        assertThat(sent.path()).isEqualTo(GROUP + "/providers/Microsoft.Authorization/permissions");
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2022-04-01"));
        assertThat(page.items())
                .containsExactly(
                        new PermissionEntry(
                                List.of("*"), List.of("Microsoft.Authorization/*/Write"), List.of("a/b"), List.of()),
                        new PermissionEntry(List.of("x/read"), List.of(), List.of(), List.of()));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void permissionsOfAVault_keepTheirOwnApiVersion() {
        stage.azure.answer(200, "{\"value\":[]}");

        stage.ports().access().permissions(CONTEXT, VAULT.toString(), Optional.empty());

        assertThat(stage.azure.only().query()).isEqualTo(Map.of("api-version", "2022-04-01"));
    }

    @Test
    void locks_areReadWithTheirLevel() {
        stage.azure.answer(
                200, "{\"value\":[{\"id\":\"" + AUTHORIZATION + "locks/l\",\"properties\":{\"level\":\"ReadOnly\"}}]}");

        var page = stage.ports()
                .access()
                .locks(CONTEXT, SCOPE.toString(), Optional.empty())
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(AUTHORIZATION + "locks");
        assertThat(stage.azure.only().query()).isEqualTo(Map.of("api-version", "2020-05-01"));
        assertThat(page.items()).containsExactly(new ManagementLock(AUTHORIZATION + "locks/l", "ReadOnly"));
    }
}
