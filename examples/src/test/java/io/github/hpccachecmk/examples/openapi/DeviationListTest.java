package io.github.hpccachecmk.examples.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationListTest {
    private final Deviation unlisted = new Deviation("Caches_Get 200 /properties/colour unknown", "\"red\"");

    @Test
    void deviationThatIsNotListed_isComplainedOfInFull() throws IOException {
        assertThat(DeviationList.of("deviations.txt").complaints(List.of(unlisted), false))
                .singleElement()
                .asString()
                .contains("Caches_Get 200 /properties/colour unknown", "red");
    }

    @Test
    void entryThatOccursNoLonger_isComplainedOfInAWholeRunOnly() throws IOException {
        DeviationList list = DeviationList.of("deviations.txt");

        assertThat(list.complaints(List.of(), true)).hasSize(list.size());
        assertThat(list.complaints(List.of(), false)).isEmpty();
    }
}
