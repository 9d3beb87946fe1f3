package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a trip through JSON does to a portable form: other collections, no order, other types of number. */
public final class JsonLike {
    private JsonLike() {}

    public static Map<String, Object> object(Map<?, ?> object, UnaryOperator<Number> numbers) {
        Map<String, Object> copy = new HashMap<>();
        object.forEach((name, value) -> copy.put((String) name, value(value, numbers)));
        return copy;
    }

    public static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                assertThat(name).isInstanceOf(String.class);
                assertPlain(member);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(JsonLike::assertPlain);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Boolean.class, Integer.class, Long.class, Double.class);
        }
    }

    private static Object value(Object value, UnaryOperator<Number> numbers) {
        if (value instanceof Map<?, ?> map) {
            return object(map, numbers);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(member -> value(member, numbers)).toList();
        }
        return value instanceof Number number ? numbers.apply(number) : value;
    }
}
