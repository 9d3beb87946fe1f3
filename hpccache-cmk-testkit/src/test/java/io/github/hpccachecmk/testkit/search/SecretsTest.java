package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A look for secrets that finds nothing proves nothing: each kind is found, and what only looks like one is not. */
class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer eyJ0eXAi",
                "/operations/1?t=1&s=fa4eSIGNATUREdoNotShow",
                "/operations/1?api-version=1&sig=abc",
                "-----BEGIN RSA PRIVATE KEY-----",
                "{\"kty\":\"RSA\",\"d\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"p\":\"AQAB\"}"
            })
    void secretInACall_isFound(String secret) {
        assertThat(Secrets.in(journal("/caches/render", secret)))
                .map(Breach::property)
                .contains(Safety.NO_SECRET_TOLD);
        assertThat(Secrets.in(journal(secret, "200"))).map(Breach::property).contains(Safety.NO_SECRET_TOLD);
    }

    @Test
    void namesThatOnlyLookLikeIt_areNot() {
        assertThat(Secrets.in(
                        journal("/providers/Microsoft.Authorization/roleAssignments/1", "403 AuthorizationFailed")))
                .isEmpty();
    }

    private static Journal journal(String path, String outcome) {
        return new Journal(List.of(new JournalEntry(
                1,
                "GET_TARGET",
                "owner",
                "GET",
                "management.azure.com",
                path,
                Instant.EPOCH,
                false,
                JournalEntry.Effect.NONE,
                outcome,
                "",
                Set.of(),
                Optional.empty())));
    }
}
