package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTest {
    @Test
    void hint_countsEachEntry() {
        ValueContract.check(
                () -> Hint.of(Map.of("a", "1", "b", "2")),
                List.of(
                        Hint.of(Map.of("a", "1")),
                        Hint.of(Map.of("a", "1", "b", "3")),
                        Hint.of(Map.of("a", "1", "c", "2")),
                        Hint.none()));
        assertThat(Hint.of(Map.of("b", "2", "a", "1"))).hasToString("Hint{a=1, b=2}");
    }

    @Test
    void portableForm_givesTheSameHintBack() {
        for (var hint : List.of(Hint.none(), Hint.of(Map.of("createdAt", "2026-03-01T12:00:00Z", "phase", "x")))) {
            assertThat(Hint.fromMap(hint.toMap())).isEqualTo(hint);
            assertThat(Hint.fromMap(JsonLike.object(hint.toMap(), Number::doubleValue)))
                    .isEqualTo(hint);
            assertThat(hint.toMap()).containsEntry("schema", 1);
            JsonLike.assertPlain(hint.toMap());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 99})
    void hintOfAnotherSchema_isForgotten(int schema) {
        assertThat(Hint.fromMap(Map.of("schema", schema, "a", "1"))).isEqualTo(Hint.none());
    }

    @Test
    void hintWithoutASchema_isForgotten() {
        assertThat(Hint.fromMap(Map.of("a", "1"))).isEqualTo(Hint.none());
        assertThat(Hint.fromMap(Map.of("schema", "1", "a", "1"))).isEqualTo(Hint.none());
        assertThat(Hint.fromMap(Map.of())).isEqualTo(Hint.none());
    }

    @Test
    void entryThatIsNoText_isRefusedByName() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Hint.fromMap(Map.of("schema", 1, "a", List.of())))
                .withMessageContaining("hint.a is '[]'; legal is: a text");
    }

    @Test
    void mapThatAHintWasMadeOf_canChangeWithoutIt() {
        var entries = new HashMap<>(Map.of("a", "1"));
        var hint = Hint.of(entries);
        entries.put("b", "2");
        assertThat(hint.entries()).containsExactly(Map.entry("a", "1"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> hint.entries().put("c", "3"));
    }
}
