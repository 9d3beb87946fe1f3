package io.github.hpccachecmk.azure.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    @Test
    void numbers_keepTheirKind() {
        var read = read(
                "{\"a\":1,\"b\":2147483648,\"c\":16.0,\"d\":1e3,\"e\":-7,\"f\":-2147483648,\"g\":9223372036854775807,\"h\":0.1}");

        assertThat(read)
                .isEqualTo(Map.of(
                        "a",
                        1,
                        "b",
                        2147483648L,
                        "c",
                        16.0,
                        "d",
                        1000.0,
                        "e",
                        -7,
                        "f",
                        Integer.MIN_VALUE,
                        "g",
                        Long.MAX_VALUE,
                        "h",
                        0.1));
    }

    @Test
    void nulls_areLeftOut() {
        assertThat(read("{\"a\":null,\"b\":[null,1],\"c\":{\"d\":null}}"))
                .isEqualTo(Map.of("b", List.of(1), "c", Map.of()));
    }

    @Test
    void order_isTheDocuments() {
        assertThat(read("{\"z\":1,\"a\":2,\"m\":3}").keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void emptyBody_isAnObjectWithoutMembers() {
        assertThat(JsonCodec.read(null)).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void result_cannotBeChanged() {
        var read = read("{\"a\":{\"b\":[1]}}");

        assertThatThrownBy(() -> read.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) read.get("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":[1,",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":92233720368547758070}",
                "nonsense"
            })
    void brokenText_isRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void bottomlessNesting_isRefused() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Property(tries = 300)
    void whatIsWritten_isReadBack(@ForAll("documents") Map<String, Object> document) {
        assertThat(JsonCodec.read(JsonCodec.write(document))).isEqualTo(document);
    }

    @Provide
    Arbitrary<Map<String, Object>> documents() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().greaterOrEqual(1L << 40).map(Object.class::cast),
                Arbitraries.doubles().between(-1e6, 1e6).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        Arbitrary<Object> tree = Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Object.class::cast),
                        object(inner).map(Object.class::cast)),
                0,
                3);
        return object(tree);
    }

    private static Arbitrary<Map<String, Object>> object(Arbitrary<Object> value) {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), value)
                .ofMaxSize(4)
                .map(LinkedHashMap::new);
    }

    private static Map<String, Object> read(String text) {
        return JsonCodec.read(BinaryData.fromString(text));
    }
}
