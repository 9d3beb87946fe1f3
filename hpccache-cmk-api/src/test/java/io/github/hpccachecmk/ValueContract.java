package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What every value class promises: equal when all fields are, unequal as soon as one field differs. */
public final class ValueContract {
    private ValueContract() {}

    /** Checks a value against an equal one, made anew, and against values that each differ in one field. */
    public static void check(Supplier<?> value, List<?> eachDifferentInOneField) {
        Object one = value.get();
        Object equal = value.get();
        assertThat(one)
                .isNotSameAs(equal)
                .isEqualTo(equal)
                .hasSameHashCodeAs(equal)
                .hasToString(equal.toString());
        assertThat(one).isNotEqualTo(null).isNotEqualTo("text");
        assertThat(eachDifferentInOneField).isNotEmpty();
        List<Object> all = new ArrayList<>(eachDifferentInOneField);
        all.add(one);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i)).isNotEqualTo(all.get(j));
                assertThat(all.get(j)).isNotEqualTo(all.get(i));
            }
        }
    }
}
