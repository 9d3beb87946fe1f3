package io.github.hpccachecmk.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.JsonLike;
import io.github.hpccachecmk.error.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RequestsPropertyTest {
    @Property
    void anyCache_survivesItsPortableForm(
            @ForAll @IntRange(min = 1) int size,
            @ForAll @IntRange(max = 86_400) int settle,
            @ForAll boolean rotate,
            @ForAll("tagText") String tag,
            @ForAll("tagText") String value) {
        CreateEncryptedCache request = SampleRequests.fullCache()
                .cacheSizeGb(size)
                .settleWindow(Duration.ofSeconds(settle))
                .autoRotation(rotate)
                .putTag("t-" + tag, value)
                .build();
        assertThat(Requests.fromMap(request.toMap())).isEqualTo(request);
        assertThat(Requests.fromMap(JsonLike.object(request.toMap(), Number::doubleValue)))
                .isEqualTo(request);
    }

    @Property
    void anyFileSystem_survivesItsPortableForm(@ForAll("capacities") double capacity) {
        CreateEncryptedFileSystem request =
                SampleRequests.fullFileSystem().storageCapacityTib(capacity).build();
        assertThat(Requests.fromMap(request.toMap())).isEqualTo(request);
    }

    @Property
    void anyChangeOfOneMember_isReadOrRefusedAsInvalidInput(
            @ForAll("forms") Map<String, Object> form, @ForAll("values") Object value, @ForAll int seed) {
        List<String> names = new ArrayList<>(form.keySet());
        Map<String, Object> changed = new LinkedHashMap<>(form);
        changed.put(names.get(Math.floorMod(seed, names.size())), value);
        assertReadOrRefused(changed);
    }

    @Property
    void anyMap_isReadOrRefusedAsInvalidInput(@ForAll Map<String, @StringLength(max = 20) String> form) {
        assertReadOrRefused(form);
    }

    private static void assertReadOrRefused(Map<String, ?> form) {
        try {
            assertThat(Requests.fromMap(form).toMap()).containsEntry("schema", 1);
        } catch (InvalidInputException refused) {
            assertThat(refused).hasMessageContaining("legal is: ");
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> forms() {
        return Arbitraries.of(RequestsTest.requests().map(CmkRequest::toMap).toList());
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(
                        true,
                        1L << 62,
                        Double.NaN,
                        List.of(),
                        List.of("x", 1),
                        Map.of(),
                        Map.of("type", "SystemAssigned"),
                        "PT1S",
                        "P-99999999999D",
                        SampleRequests.OTHER_VAULT.toString(),
                        SampleRequests.KEY.toString()));
    }

    @Provide
    Arbitrary<Double> capacities() {
        return Arbitraries.doubles().between(0.001, 2500).ofScale(3);
    }

    @Provide
    Arbitrary<String> tagText() {
        return Arbitraries.strings().withCharRange('!', '~').withChars("äß漢").ofMaxLength(30);
    }
}
