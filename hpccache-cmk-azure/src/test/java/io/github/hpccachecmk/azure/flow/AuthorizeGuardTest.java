package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a cache says of its key is its creator's input. Whoever may write vaults and authorizes caches is not led by it to
 * grant on, or to harden, a vault that the request does not allow.
 */
class AuthorizeGuardTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String VICTIM = "payroll-keys";
    private static final String VICTIM_KEY = "payroll";
    private static final String KEY_URL = "properties.encryptionSettings.keyEncryptionKey.keyUrl";
    private static final String SOURCE_VAULT = "properties.encryptionSettings.keyEncryptionKey.sourceVault.id";
    private static final String SOME_VERSION = "0123456789abcdef0123456789abcdef";

    /** What somebody wrote into the cache, and how the request ends. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without a state of their own
    private enum Hostile {
        KEY_OF_ANOTHER_VAULT(
                KEY_URL, (azure, url) -> azure.keyUrl(VICTIM, VICTIM_KEY), ErrorCode.VAULT_NOT_ALLOWED, VICTIM),
        VAULT_THAT_IS_NOT_THE_KEYS(
                SOURCE_VAULT, (azure, id) -> azure.vault(VICTIM).id(), ErrorCode.VAULT_NOT_ALLOWED, VICTIM),
        VAULT_ID_THAT_IS_NONE(SOURCE_VAULT, (azure, id) -> id + "/../" + VICTIM, ErrorCode.VAULT_NOT_ALLOWED, VICTIM),
        MANAGED_HSM(
                KEY_URL,
                (azure, url) -> "https://contoso-cmk.managedhsm.azure.net/keys/cache-key/" + SOME_VERSION,
                ErrorCode.VAULT_NOT_ALLOWED,
                "contoso-cmk.managedhsm.azure.net"),
        PLAIN_HTTP(
                KEY_URL,
                (azure, url) -> url.replace("https:", "http:"),
                ErrorCode.VAULT_NOT_ALLOWED,
                "http://contoso-cmk"),
        HOST_BEHIND_USER_INFO(
                KEY_URL,
                (azure, url) -> url.replace("vault.azure.net", "vault.azure.net@example.org"),
                ErrorCode.VAULT_NOT_ALLOWED,
                "example.org"),
        HOST_THAT_BEGINS_LIKE_IT(
                KEY_URL,
                (azure, url) -> url.replace("vault.azure.net", "vault.azure.net.example.org"),
                ErrorCode.VAULT_NOT_ALLOWED,
                "example.org"),
        SECRET_INSTEAD_OF_KEY(
                KEY_URL, (azure, url) -> url.replace("/keys/", "/secrets/"), ErrorCode.VAULT_NOT_ALLOWED, "/secrets/"),
        NO_URL(KEY_URL, (azure, url) -> "cache-key", ErrorCode.VAULT_NOT_ALLOWED, "cache-key"),
        NO_VERSION(
                KEY_URL,
                (azure, url) -> azure.vault(Variant.VAULT).keyUrlWithoutVersion(Variant.KEY),
                ErrorCode.VAULT_NOT_ALLOWED,
                "without a version");

        private final String member;
        private final BiFunction<FakeAzure, String, String> change;
        private final ErrorCode code;
        private final String named;

        Hostile(String member, BiFunction<FakeAzure, String, String> change, ErrorCode code, String named) {
            this.member = member;
            this.change = change;
            this.code = code;
            this.named = named;
        }

        void write(FakeAzure azure) {
            AuthorizeGuardTest.write(azure, member, change);
        }
    }

    private static void write(FakeAzure azure, String member, BiFunction<FakeAzure, String, String> change) {
        azure.thirdParty(world -> world.update(
                azure.cache(Variant.NAME).id(),
                cache -> cache.with(cache.document()
                        .withAt(
                                member,
                                change.apply(
                                        azure, cache.document().text(member).orElse(""))))));
    }

    static Stream<Arguments> hostile() {
        return Arrays.stream(Hostile.values())
                .flatMap(hostile -> Stream.of(Face.values()).map(face -> Arguments.of(hostile, face)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("hostile")
    void hostileCache_isBlockedWithoutAWrite(Hostile hostile, Face face) {
        var azure = world();
        hostile.write(azure);

        refused(azure, face, request(azure, builder -> builder), hostile.code, hostile.named);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyOfAnotherName_isBlockedWithoutAWrite(Face face) {
        var azure = world();
        var request = request(azure, builder -> builder.keyName("expected-key"));

        refused(azure, face, request, ErrorCode.VAULT_NOT_ALLOWED, "expected-key");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyOfAnotherVersion_isBlockedWithoutAWrite(Face face) {
        var azure = world();
        var expected = KeyUrl.parse(azure.keyUrl(Variant.VAULT, Variant.KEY)).withVersion(SOME_VERSION);
        var request = request(azure, builder -> builder.key(expected));

        refused(azure, face, request, ErrorCode.VAULT_NOT_ALLOWED, SOME_VERSION);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultSwappedAfterThePlan_isBlockedWithoutAWrite(Face face) {
        var azure = world();
        var request = request(azure, builder -> builder);
        assertThat(face.keys(azure).plan(request).blockers()).isEmpty();
        Hostile.KEY_OF_ANOTHER_VAULT.write(azure);

        refused(azure, face, request, ErrorCode.VAULT_NOT_ALLOWED, VICTIM);
    }

    /** The vault's name is right and its host is not; somebody may still mend that, so the flow looks on. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void keyOfAnotherCloud_isBlockedUntilTheServiceGivesUp(Face face) {
        var azure = world();
        write(azure, KEY_URL, (any, url) -> url.replace("vault.azure.net", "vault.azure.cn"));
        var request = request(azure, builder -> builder);
        long before = azure.journal().last();

        var first = face.keys(azure).step(request, Hint.none());
        var failed = catchThrowableOfType(
                OperationFailedException.class,
                () -> face.keys(azure).begin(request).await(LONG));

        assertThat(first.state()).isEqualTo(StepResult.State.BLOCKED);
        assertThat(first.error().orElseThrow().message()).contains("vault.azure.cn");
        assertThat(failed.code()).isEqualTo(ErrorCode.AUTHORIZATION_DEADLINE_MISSED);
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyWithoutVersionThatTheRequestNames_isGrantedThere(Face face) throws InterruptedException {
        var azure = world();
        var key = KeyUrl.parse(azure.vault(Variant.VAULT).keyUrlWithoutVersion(Variant.KEY));
        var victim = azure.world().resource(azure.vault(VICTIM).id());

        face.keys(azure).begin(request(azure, builder -> builder.key(key))).await(LONG);

        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
        assertThat(azure.world().resource(azure.vault(VICTIM).id())).isEqualTo(victim);
    }

    /** Somebody's odd resource in the same group does not keep this one from being looked for. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void oddNeighbours_doNotDisturb(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = variant.world(1);
        Worlds.waitingCache(azure);
        Hostile.MANAGED_HSM.write(azure);
        Hostile.VAULT_ID_THAT_IS_NONE.write(azure);
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        var first = (CreateEncryptedCache) variant.create(azure, vault);
        var builder = CreateEncryptedCache.builder();
        builder.from(first).cache(CacheId.parse(azure.cache("second").id()));

        face.keys(azure).begin(builder.build()).await(LONG);

        assertThat(azure.cache("second").isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void createOverUnreadableKey_isBlockedWithoutAWrite(Face face) {
        var azure = world();
        Hostile.MANAGED_HSM.write(azure);
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        var request = Variant.CACHE_SYSTEM_POLICY.create(azure, vault);

        refused(azure, face, request, ErrorCode.DIFFERENT_KEY, "contoso-cmk.managedhsm.azure.net");
    }

    /** The plan says it as well, and lists no write that would follow. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void planOfHostileCache_isBlockedAndEmpty(Face face) {
        for (var hostile : Hostile.values()) {
            var azure = world();
            hostile.write(azure);

            var plan = face.keys(azure).plan(request(azure, builder -> builder));

            assertThat(plan.blockers()).as(hostile + " " + plan.findings()).isNotEmpty();
            assertThat(plan.writes())
                    .as(hostile.name())
                    .noneMatch(write -> write.scope().contains(VICTIM));
        }
    }

    private static void refused(
            FakeAzure azure, Face face, CmkRequest<EncryptedResource> request, ErrorCode code, String named) {
        var resources = azure.world();
        long before = azure.journal().last();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure).begin(request).await(LONG));

        var made = azure.journal().after(before);
        assertThat(blocked).as(made.timeline()).isNotNull();
        assertThat(blocked.code()).as(blocked.getMessage()).isEqualTo(code);
        assertThat(blocked).hasMessageContaining(named);
        assertThat(made.writes()).as(made.timeline()).isEmpty();
        for (var vault : Stream.of(Variant.VAULT, VICTIM).toList()) {
            assertThat(azure.world().resource(azure.vault(vault).id()))
                    .isEqualTo(resources.resource(azure.vault(vault).id()));
        }
    }

    /** A cache that waits, and two vaults: one that the request allows, and one that it does not; neither is protected. */
    private static FakeAzure world() {
        var azure = Variant.AUTHORIZE_POLICY_UNPROTECTED.world(1);
        azure.vault(VICTIM).withRsaKey(VICTIM_KEY, 2048);
        return azure;
    }

    private static AuthorizeCache request(FakeAzure azure, UnaryOperator<AuthorizeCache.Builder> change) {
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        var builder = AuthorizeCache.builder();
        builder.cache(CacheId.parse(azure.cache(Variant.NAME).id()))
                .addAllowedVaults(vault)
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)));
        return change.apply(builder).build();
    }
}
