package io.github.hpccachecmk.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.JsonNull;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void object_writtenIndentedWithCarriageReturns() {
        var tree = Doc.of("name", "c1", "properties", Doc.of("sizes", List.of(1, 2), "tags", Doc.empty()));

        assertThat(JsonText.write(tree))
                .isEqualTo(String.join(
                        "\r\n",
                        "{",
                        "  \"name\": \"c1\",",
                        "  \"properties\": {",
                        "    \"sizes\": [",
                        "      1,",
                        "      2",
                        "    ],",
                        "    \"tags\": {}",
                        "  }",
                        "}"));
    }

    @Test
    void textWithJsonSignsAndEscapes_leftAlone() throws IOException {
        var text = "a \"quoted\\\" {brace}, [bracket]: colon,\r\n tab\t\u0001 é 😀";

        assertThat(JsonText.read(JsonText.write(Map.of("text", text)))).isEqualTo(Map.of("text", text));
    }

    @Test
    void numbers_readAsTheNarrowestTypeThatHoldsThem() throws IOException {
        assertThat(JsonText.read("[1, -2, 1598533051123, 4.5, 1e3]"))
                .isEqualTo(List.of(1, -2, 1598533051123L, 4.5, 1000.0));
    }

    @Test
    void nullMember_keptAsNull() throws IOException {
        assertThat(JsonText.read("{\"condition\":null}")).isEqualTo(Map.of("condition", JsonNull.NULL));
        assertThat(JsonText.write(Doc.of("condition", JsonNull.NULL))).contains("\"condition\": null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"", "<html/>", "{\"a\":}", "[1,"})
    void textThatIsNoJson_refused(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOfAny(IOException.class, IllegalStateException.class);
    }
}
