package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "eastus", "Größe 東京 🌍", "a'b\"c\\d"})
    void plainText_staysTheSame(String text) {
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "27, \\u001b",
        "10, \\u000a",
        "0, \\u0000",
        "127, \\u007f",
        "133, \\u0085",
        "8238, \\u202e",
        "8203, \\u200b",
        "8232, \\u2028",
        "65279, \\ufeff",
        "917505, \\ue0001",
        "55296, \\ud800"
    })
    void harmfulCharacter_isEscaped(int codePoint, String escape) {
        assertThat(PlainText.of("a" + new String(Character.toChars(codePoint)) + "b"))
                .isEqualTo("a" + escape + "b");
    }

    @Test
    void longText_isCutWithoutSplittingACharacter() {
        assertThat(PlainText.shown("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(PlainText.shown("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
        assertThat(PlainText.shown("🌍".repeat(200))).isEqualTo("🌍".repeat(200));
        assertThat(PlainText.shown("🌍".repeat(301))).isEqualTo("🌍".repeat(300) + "…");
    }

    @Property
    void anyText_endsHarmless(@ForAll String text) {
        assertThat(PlainText.of(text).codePoints().map(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
    }
}
