package io.github.hpccachecmk.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/RULES.md equal to the catalogue; {@code -Dcmk.docs.update=true} writes it. */
class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "RULES.md");

    @Test
    void document_saysWhatTheCatalogueHolds() throws IOException {
        var expected = document();
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("docs/RULES.md is made from the rules; write it with -Dcmk.docs.update=true")
                .content()
                .isEqualToNormalizingNewlines(expected);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Rules

                What is judged before anything is written. All rules of a tier always run, so a plan shows everything that is
                wrong at once, most severe first: `BLOCKING`, `UNKNOWN` (could not be read, nothing is claimed), `WARNING`,
                `WILL_FIX` (a planned write sets it right), `OK`.

                * `GATE`: without these facts no write is safe; judged before any write.
                * `ADVISORY`: judged in a plan, and before the first write of a create that no approved plan has cleared.

                Warnings can be muted, or raised to blocking, by id. What the service itself would refuse cannot be muted.

                A rule that says "only with" is there on request:
                `CmkClientBuilder.rules(RuleCatalogue.standard(PolicySettings.azure().countingAssignments()))`.

                | id | tier | what is judged | article |
                |---|---|---|---|
                """);
        for (var rule : RuleCatalogue.standardRules(PolicySettings.azure().countingAssignments())) {
            text.append("| `")
                    .append(rule.id())
                    .append("` | ")
                    .append(rule.tier())
                    .append(" | ");
            text.append(rule.summary().replace("|", "\\|")).append(" | [").append(title(rule.article()));
            text.append("](").append(rule.article()).append(") |\n");
        }
        return text.append("\nThis page is made from the rules themselves; a test fails when it differs.\n")
                .toString();
    }

    private static String title(String article) {
        return article.substring(article.lastIndexOf('/') + 1);
    }
}
