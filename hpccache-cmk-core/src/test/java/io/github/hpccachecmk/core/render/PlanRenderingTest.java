package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRenderingTest {
    private static final CacheId CACHE = CacheId.of("11111111-1111-1111-1111-111111111111", "rg", "cache");

    static Plan plan(String text) {
        return Plan.builder()
                .subject(CACHE.resourceId())
                .addFinding(new Finding(
                        "vault.region",
                        Severity.BLOCKING,
                        text,
                        text,
                        text,
                        Optional.<ErrorCode>of(ErrorCode.PREFLIGHT_BLOCKED),
                        Optional.of(text)))
                .addWrite(new PlannedWrite(WriteKind.PROTECT_VAULT, text, text, text, text))
                .expectedCalls(8)
                .madeAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }

    @Test
    void markdown_saysWhatTheTextSays() {
        var plan = plan("Wrong");
        assertThat(PlanMarkdown.of(plan)).isEqualTo("""
                ## Plan for HPC cache

                `%s`

                **BLOCKED\\: 1 finding stands in the way; nothing is written\\.**

                ### Findings \\(1 to look at, 0 as needed\\)

                - **BLOCKING** `vault.region`\s\s
                  Wrong
                  - What to do: Wrong
                  - On `Wrong`
                  - See `Wrong`

                ### Writes, in order, once nothing stands in the way

                1. **PROTECT\\_VAULT** **IRREVERSIBLE\\: cannot be undone**\s\s
                   Wrong
                   - On `Wrong`
                   - gives Wrong
                   - Because Wrong

                Expected remote calls, polling aside: 8\s\s
                Made at 2026-03-01T12:00:00Z, digest `%s`
                """.formatted(CACHE, plan.digest()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[click](https://evil.example)",
                "![x](https://evil.example/pixel)",
                "**bold** __x__ ~~y~~",
                "# heading",
                "a | b",
                "`code`",
                "```",
                "@everyone #1 http://evil.example www.evil.example",
                "&lt;b&gt;"
            })
    void markupInMarkdown_isShownAndNotRead(String hostile) {
        var encoded = Encoder.MARKDOWN.encode(hostile);
        var unescaped =
                encoded.replaceAll("\\\\[\\p{Punct}]", "").replace("`@`", "").replace("`#`", "");
        assertThat(unescaped).matches("[\\p{Alnum} ;]*");
        assertThat(encoded.replace("`@`", "@").replace("`#`", "#").replaceAll("\\\\([\\p{Punct}])", "$1"))
                .isEqualTo(hostile);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"a,`a`", "a`b,``a`b``", "`a,`` `a ``", "a``,``` a`` ```"})
    void code_isFencedLongerThanItsBackticks(String text, String expected) {
        assertThat(MarkdownText.code(text)).isEqualTo(expected);
    }

    @Property
    void anyText_forgesNoLineOfMarkdown(@ForAll String hostile) {
        var lines = PlanMarkdown.of(plan(hostile)).lines().toList();
        assertThat(lines).hasSize(hostile.isEmpty() ? 22 : 24);
    }

    @Property
    void anyText_isReadBackFromJson(@ForAll String hostile) {
        var json = PlanJson.of(plan(hostile));
        assertThat(json.replace("\n", "").codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
        assertThat(StringsOf.json(json)).contains(hostile);
    }

    @Test
    void json_isThePortableForm() {
        assertThat(PlanJson.of(plan("Wrong"))).startsWith("""
                {
                  "schema": 1,
                  "subject": "%s",
                  "findings": [
                    {
                      "rule": "vault.region",
                      "severity": "BLOCKING",
                """.formatted(CACHE));
    }

    @Test
    void valueThatIsNoForm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.of(Map.of("at", Instant.EPOCH)))
                .withMessageContaining("java.time.Instant");
    }
}
