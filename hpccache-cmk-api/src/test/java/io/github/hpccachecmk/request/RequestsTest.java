package io.github.hpccachecmk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.JsonLike;
import io.github.hpccachecmk.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsTest {
    static Stream<CmkRequest<?>> requests() {
        return Stream.of(
                SampleRequests.cache().build(),
                SampleRequests.fullCache().build(),
                SampleRequests.fileSystem().build(),
                SampleRequests.fullFileSystem().build(),
                SampleRequests.authorize().build(),
                SampleRequests.fullAuthorize().build(),
                SampleRequests.prepare().build(),
                SampleRequests.fullPrepare().build(),
                SampleRequests.change().build(),
                SampleRequests.fullChange().build(),
                SampleRequests.rotate().build(),
                SampleRequests.fullRotate().build(),
                SampleRequests.rotationPolicy().build(),
                SampleRequests.fullRotationPolicy().build(),
                SampleRequests.switchOn().build(),
                SampleRequests.switchOff().build(),
                SampleRequests.recover().build(),
                SampleRequests.revoke().build(),
                SampleRequests.fullRevoke().build());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void portableForm_givesTheSameRequestBack(CmkRequest<?> request) {
        assertThat(Requests.fromMap(request.toMap())).isEqualTo(request);
        assertThat(request.toMap())
                .containsEntry("schema", 1)
                .containsEntry("kind", request.kind().wireName());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void formThatWentThroughJson_givesTheSameRequestBack(CmkRequest<?> request) {
        List<UnaryOperator<Number>> jsonNumbers = List.of(Number::intValue, Number::longValue, Number::doubleValue);
        for (UnaryOperator<Number> numbers : jsonNumbers) {
            boolean lossless = request.toMap().values().stream()
                    .filter(Number.class::isInstance)
                    .map(Number.class::cast)
                    .allMatch(number -> numbers.apply(number).doubleValue() == number.doubleValue());
            if (lossless) {
                assertThat(Requests.fromMap(JsonLike.object(request.toMap(), numbers)))
                        .isEqualTo(request);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void portableForm_holdsNothingButPlainValues(CmkRequest<?> request) {
        JsonLike.assertPlain(request.toMap());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> request.toMap().put("x", 1));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void unknownMember_isRefusedByName(CmkRequest<?> request) {
        assertRefused(with(request.toMap(), "surprise", "x"), "surprise");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void nullMember_isRefusedByName(CmkRequest<?> request) {
        request.toMap().keySet().forEach(name -> {
            Map<String, Object> form = new LinkedHashMap<>(request.toMap());
            form.put(name, null);
            assertRefused(form, "request." + name);
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void memberOfAnotherType_isRefusedByName(CmkRequest<?> request) {
        request.toMap().forEach((name, value) -> {
            Object wrong = value instanceof String ? 1.5 : "wrong";
            assertRefused(with(request.toMap(), name, wrong), "request." + name);
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void missingMember_isADefaultOrRefusedByName(CmkRequest<?> request) {
        List<String> defaulted = List.of(
                "settleWindow",
                "expiryHorizon",
                "zones",
                "tags",
                "autoRotation",
                "tryDespiteRetirement",
                "network",
                "authorizedBySomeoneElse",
                "enablePurgeProtectionOf",
                "keyName",
                "key",
                "accessModel",
                "retentionDays",
                "existing",
                "keyImport",
                "keyExpires",
                "keyRotation",
                "rotation",
                "checked",
                "consent",
                "subscriptions");
        request.toMap().keySet().forEach(name -> {
            Map<String, Object> form = new LinkedHashMap<>(request.toMap());
            form.remove(name);
            boolean required = !defaulted.contains(name)
                    || (name.equals("key") && request instanceof EncryptionRequest)
                    || (name.equals("consent") && !(request instanceof RevokeGrant))
                    || (name.equals("keyName") && (request instanceof PrepareVault || request instanceof KeyRequest));
            if (required) {
                assertRefused(form, name);
            } else {
                assertThat(Requests.fromMap(form).subject()).isEqualTo(request.subject());
            }
        });
    }

    static Stream<Arguments> badForms() {
        Map<String, Object> cache = SampleRequests.fullCache().build().toMap();
        Map<String, Object> fileSystem = SampleRequests.fullFileSystem().build().toMap();
        Map<String, Object> systemAssigned = Map.of("type", "SystemAssigned", "userAssigned", List.of("x"));
        return Stream.of(
                Arguments.of(with(cache, "schema", 2), "request.schema is '2'"),
                Arguments.of(with(cache, "schema", 1.5), "request.schema is '1.5'"),
                Arguments.of(with(cache, "schema", 1e300), "request.schema"),
                Arguments.of(
                        with(cache, "kind", "deleteEverything"), "createEncryptedCache, createEncryptedFileSystem"),
                Arguments.of(with(cache, "kind", "CREATE_ENCRYPTED_CACHE"), "request.kind"),
                Arguments.of(with(cache, "cache", fileSystem.get("fileSystem")), "Microsoft.StorageCache/caches"),
                Arguments.of(with(cache, "cacheSizeGb", 3072.5), "'3072.5'"),
                Arguments.of(with(cache, "cacheSizeGb", 1L << 40), "request.cacheSizeGb"),
                Arguments.of(with(cache, "settleWindow", "ten minutes"), "PT10M"),
                Arguments.of(with(cache, "settleWindow", "PT" + "9".repeat(30) + "S"), "request.settleWindow"),
                Arguments.of(with(cache, "zones", List.of(1)), "request.zones[0]"),
                Arguments.of(with(cache, "tags", Map.of("a", 1)), "request.tags.a"),
                Arguments.of(with(cache, "tags", Map.of(1, "a")), "name of a member of request.tags"),
                Arguments.of(with(cache, "network", Map.of("mtu", 9000)), "576 to 1500"),
                Arguments.of(with(cache, "network", Map.of("vlan", 1)), "vlan"),
                Arguments.of(with(cache, "identity", Map.of("type", "None")), "request.identity.type is 'None'"),
                Arguments.of(with(cache, "identity", Map.of("type", "UserAssigned")), "at least one identity"),
                Arguments.of(with(cache, "identity", systemAssigned), "resource id"),
                Arguments.of(with(cache, "identity", Map.of("type", "SystemAssigned", "x", "y")), "unknown"),
                Arguments.of(with(cache, "authorizedBySomeoneElse", " "), "name of who authorizes"),
                Arguments.of(
                        with(cache, "enablePurgeProtectionOf", SampleRequests.OTHER_VAULT.toString()),
                        "not one of the request"),
                Arguments.of(
                        with(fileSystem, "maintenanceWindow", Map.of("day", "Friday", "timeOfDayUtc", "22:30")),
                        "request.maintenanceWindow.day is 'Friday'"),
                Arguments.of(
                        with(fileSystem, "maintenanceWindow", Map.of("day", "FRIDAY", "timeOfDayUtc", "25:00")),
                        "request.maintenanceWindow.timeOfDayUtc is '25:00'"),
                Arguments.of(with(fileSystem, "storageCapacityTib", -1), "'-1.0'"),
                Arguments.of(with(fileSystem, "autoRotation", true), "autoRotation"),
                Arguments.of(Map.of(), "request.schema is missing"));
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void badForm_isRefusedWithWhereAndWhy(Map<String, Object> form, String part) {
        assertRefused(form, part);
    }

    @Test
    void systemAssignedWithIdentities_isRefused() {
        Map<String, Object> identity =
                Map.of("type", "SystemAssigned", "userAssigned", List.of(SampleRequests.IDENTITY.toString()));
        assertRefused(with(SampleRequests.cache().build().toMap(), "identity", identity), "no identity");
    }

    @Test
    void missingMap_isRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Requests.fromMap(null));
    }

    @Test
    void forgedMemberName_isRefusedWithoutBeingEchoed() {
        Map<String, Object> form =
                with(SampleRequests.cache().build().toMap(), "tags", Map.of("a\nforged\u202e" + "x".repeat(500), 1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Requests.fromMap(form))
                .withMessageContaining("request.tags.a?forged?xxx")
                .withMessageNotContainingAny("\n", "\u202e", "x".repeat(100));
    }

    @Test
    void listWithANull_isRefused() {
        List<String> zones = new ArrayList<>(Collections.singletonList(null));
        assertRefused(with(SampleRequests.cache().build().toMap(), "zones", zones), "request.zones[0]");
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void everyKind_hasASampleInThisTest(RequestKind kind) {
        assertThat(requests().map(CmkRequest::kind)).contains(kind);
    }

    @Test
    void wireNames_neverChange() {
        assertThat(RequestKind.CREATE_ENCRYPTED_CACHE.wireName()).isEqualTo("createEncryptedCache");
        assertThat(RequestKind.PREPARE_VAULT.wireName()).isEqualTo("prepareVault");
        assertThat(RequestKind.CREATE_ENCRYPTED_FILE_SYSTEM.wireName()).isEqualTo("createEncryptedFileSystem");
        assertThat(RequestKind.AUTHORIZE_CACHE.wireName()).isEqualTo("authorizeCache");
    }

    @Test
    void formOfTheFirstSchema_isStillRead() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("schema", 1);
        form.put("kind", "authorizeCache");
        form.put("settleWindow", "PT3M");
        form.put("cache", SampleRequests.CACHE.toString());
        form.put("allowedVaults", List.of(SampleRequests.VAULT.toString(), SampleRequests.OTHER_VAULT.toString()));
        form.put("keyName", "CACHE-KEY");
        form.put("key", SampleRequests.KEY.toString());
        form.put("enablePurgeProtectionOf", SampleRequests.VAULT.toString());
        assertThat(Requests.fromMap(form))
                .isEqualTo(SampleRequests.fullAuthorize().build());
        assertThat(SampleRequests.fullAuthorize().build().toMap()).isEqualTo(form);
    }

    private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static void assertRefused(Map<String, ?> form, String part) {
        assertThatExceptionOfType(InvalidInputException.class)
                .as(part)
                .isThrownBy(() -> Requests.fromMap(form))
                .withMessageContaining(part)
                .withMessageContaining("legal is: ");
    }
}
