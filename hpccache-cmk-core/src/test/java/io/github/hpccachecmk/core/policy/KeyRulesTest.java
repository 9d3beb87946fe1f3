package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.KEY;
import static io.github.hpccachecmk.core.policy.Given.NOW;
import static io.github.hpccachecmk.core.policy.KeySketch.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTest {
    private static final FactKey.NewestKey NEWEST = new FactKey.NewestKey(Given.VAULT, "cache-key");
    private static final FactKey.KeyVersion VERSION = new FactKey.KeyVersion(Given.VAULT, "cache-key", Given.OLD);

    private static Given cache() {
        return Given.request(Given.cache());
    }

    private static List<Finding> judge(Rule rule, Consumer<KeySketch> change) {
        return cache().with(key(change)).judgedBy(rule);
    }

    @Test
    void keyFound_isOk() {
        assertOnly(judge(new KeyExistsRule(), k -> {})).isOk("The key exists.").isAbout(KEY);
    }

    @Test
    void keyMissing_blocksAndOtherKeyRulesAreSilent() {
        var missing = cache().with(NEWEST, Optional.empty());
        assertOnly(missing.judgedBy(new KeyExistsRule()))
                .isBlocking(ErrorCode.RESOURCE_MISSING, "The vault has no key of this name.")
                .hasRemedy("Create an RSA key of 2048 bits, recover the key if it was deleted, or correct the name.");
        assertThat(missing.judgedBy(new KeySizeRule())).isEmpty();
    }

    @Test
    void versionMissing_blocksAndNamesTheNewest() {
        var given = cache().with(KeySketch.newer()).with(VERSION, Optional.empty());
        assertOnly(given.judgedBy(new KeyExistsRule()))
                .isBlocking(
                        ErrorCode.RESOURCE_MISSING,
                        "The key exists, this version of it does not; the newest is " + KEY.withVersion(Given.NEW)
                                + ".");
        assertThat(given.judgedBy(new KeyDeletedRule())).isEmpty();
    }

    @Test
    void olderVersion_isReadByItself() {
        var rule = new KeyEnabledRule();
        assertThat(rule.facts(cache().situation())).containsExactly(NEWEST);
        var newer = cache().with(KeySketch.newer());
        assertThat(rule.facts(newer.situation())).containsExactlyInAnyOrder(NEWEST, VERSION);
        assertOnly(newer.judgedBy(rule)).isUnknown("Not checked: nobody has looked yet.");
        assertOnly(newer.withOld(key(k -> k.enabled = false)).judgedBy(rule))
                .isBlocking(ErrorCode.PREFLIGHT_BLOCKED, "The key version is disabled; it must be enabled.")
                .hasRemedy("Enable this version of the key, or name an enabled one.");
    }

    @Test
    void controlPlaneRefusing_fallsBackToTheDataPlane() {
        var data = new FactKey.DataPlaneKey(KEY);
        var refused = cache().withFailure(NEWEST, Given.refused(PortOperation.GET_KEY));
        assertThat(new KeySizeRule().facts(refused.situation())).containsExactlyInAnyOrder(NEWEST, data);
        assertOnly(refused.judgedBy(new KeySizeRule()))
                .isUnknown("Not checked: GET_KEY answered 403 AuthorizationFailed (The client has no right).");
        var read = refused.with(data, Optional.of(KeySketch.good()));
        assertOnly(read.judgedBy(new KeySizeRule())).isOk("The key has 2048 bits.");
        assertOnly(read.judgedBy(new KeyVersionRule()))
                .isUnknown("Which version is the newest could not be read; the newest should be used.");
        var throttled = cache().withFailure(NEWEST, Given.failure(PortOperation.GET_KEY, 429, "", "slow down"));
        assertThat(new KeySizeRule().facts(throttled.situation())).containsExactly(NEWEST);
    }

    @Test
    void type_isOkForRsaOnly() {
        assertOnly(judge(new KeyTypeRule(), k -> {})).isOk("The key's type is RSA.");
        assertOnly(judge(new KeyTypeRule(), k -> k.type = "RSA-HSM"))
                .isWarning("The key's type is RSA-HSM; the services' articles ask for RSA and do not mention keys in"
                        + " hardware.");
        assertOnly(judge(new KeyTypeRule(), k -> k.type = "EC"))
                .isBlocking(ErrorCode.PREFLIGHT_BLOCKED, "The key's type is 'EC'; it must be RSA.")
                .hasRemedy("Use an RSA key of 2048 bits.");
        assertOnly(judge(new KeyTypeRule(), k -> k.type = ""))
                .isUnknown("The answer does not tell the key's type; it must be RSA.");
    }

    @Test
    void size_isOkFor2048Only() {
        assertOnly(judge(new KeySizeRule(), k -> {})).isOk("The key has 2048 bits.");
        assertOnly(judge(new KeySizeRule(), k -> k.size = OptionalInt.of(3072)))
                .isBlocking(ErrorCode.PREFLIGHT_BLOCKED, "The key has 3072 bits; it must have 2048.")
                .hasRemedy("Use an RSA key of 2048 bits.");
        assertOnly(judge(new KeySizeRule(), k -> k.size = OptionalInt.empty()))
                .isUnknown("The answer does not tell the key's size; it must be 2048 bits.");
        assertThat(judge(new KeySizeRule(), k -> k.type = "EC")).isEmpty();
    }

    @Test
    void enabled_isOk() {
        assertOnly(judge(new KeyEnabledRule(), k -> {})).isOk("The key version is enabled.");
    }

    @Test
    void notBefore_blocksInTheFuture() {
        assertOnly(judge(new KeyNotBeforeRule(), k -> {})).isOk("The key version has no activation date.");
        assertOnly(judge(new KeyNotBeforeRule(), k -> k.notBefore = Optional.of(NOW)))
                .isOk("The key version is active since 2026-03-01T12:00:00Z.");
        assertOnly(judge(new KeyNotBeforeRule(), k -> k.notBefore = Optional.of(NOW.plusSeconds(1))))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The key version is not active before 2026-03-01T12:00:01Z; it must be active now"
                                + " (2026-03-01T12:00:00Z).");
    }

    @Test
    void expiry_blocksInThePastAndWarnsWithinTheHorizon() {
        var horizon = Duration.ofDays(30);
        assertOnly(judge(new KeyExpiryRule(), k -> {})).isOk("The key version has no expiry date.");
        assertOnly(judge(new KeyExpiryRule(), k -> k.expires = Optional.of(NOW)))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The key version expired on 2026-03-01T12:00:00Z; it must be valid now (2026-03-01T12:00:00Z).");
        assertOnly(judge(new KeyExpiryRule(), k -> k.expires = Optional.of(NOW.plus(horizon))))
                .isWarning(
                        "The key version expires on 2026-03-31T12:00:00Z, within 30 days; what it encrypts can then stop"
                                + " working.");
        assertOnly(judge(
                        new KeyExpiryRule(),
                        k -> k.expires = Optional.of(NOW.plus(horizon).plusSeconds(1))))
                .isOk("The key version does not expire before 2026-03-31T12:00:01Z.");
    }

    @Test
    void expiryHorizon_isTheRequests() {
        var soon = key(k -> k.expires = Optional.of(NOW.plus(Duration.ofDays(5))));
        var patient = Given.request(
                Given.cacheBuilder().expiryHorizon(Duration.ofDays(4)).build());
        assertOnly(patient.with(soon).judgedBy(new KeyExpiryRule()))
                .isOk("The key version does not expire before 2026-03-06T12:00:00Z.");
        var waiting = Given.request(Given.authorize()).with(TargetSketch.waiting());
        assertOnly(waiting.with(soon).judgedBy(new KeyExpiryRule()))
                .isWarning(
                        "The key version expires on 2026-03-06T12:00:00Z, within 30 days; what it encrypts can then stop"
                                + " working.");
    }

    @Test
    void expiryInTheFarthestFuture_isOk() {
        assertOnly(judge(new KeyExpiryRule(), k -> k.expires = Optional.of(Instant.MAX)))
                .isOk("The key version does not expire before +1000000000-12-31T23:59:59.999999999Z.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapKey,unwrapKey", "WRAPKEY,UnwrapKey,sign"})
    void operationsWithWrapAndUnwrap_areOk(String operations) {
        assertOnly(judge(new KeyOperationsRule(), k -> k.operations = Set.of(operations.split(","))))
                .isOk("The key may wrap and unwrap.");
    }

    @Test
    void operationsMissing_block() {
        assertOnly(judge(new KeyOperationsRule(), k -> k.operations = Set.of("wrapKey", "sign")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The key's permitted operations are 'sign, wrapKey'; unwrapKey is missing.")
                .hasRemedy("Permit wrapKey and unwrapKey on this version of the key.");
        assertOnly(judge(new KeyOperationsRule(), k -> k.operations = Set.of("unwrapKey")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The key's permitted operations are 'unwrapKey'; wrapKey is missing.");
        assertOnly(judge(new KeyOperationsRule(), k -> k.operations = Set.of("sign")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The key's permitted operations are 'sign'; wrapKey and unwrapKey are missing.");
        assertOnly(judge(new KeyOperationsRule(), k -> k.operations = Set.of()))
                .isUnknown(
                        "The answer does not tell the key's permitted operations; wrapKey and unwrapKey must be among"
                                + " them.");
    }

    @Test
    void version_warnsWhenOlder() {
        assertOnly(judge(new KeyVersionRule(), k -> {})).isOk("The version is the newest.");
        assertOnly(cache().with(KeySketch.newer()).withOld(KeySketch.good()).judgedBy(new KeyVersionRule()))
                .isWarning("The version is not the newest, https://contoso-cmk.vault.azure.net/keys/cache-key/"
                        + Given.NEW + "; an older one works and may be retired sooner.")
                .hasRemedy("Name the newest version, unless the older one is meant.");
    }

    @Test
    void versionlessUrlOfWaitingCache_isJudgedByTheNewest() {
        var waiting = TargetSketch.target(t -> t.encryption =
                Optional.of(new EncryptionSettings(KEY.withoutVersion(), Optional.empty(), Optional.empty())));
        var given = Given.request(Given.authorize()).with(waiting).with(KeySketch.newer());
        assertThat(given.judgedBy(new KeyVersionRule())).isEmpty();
        assertOnly(given.judgedBy(new KeyTypeRule())).isOk("The key's type is RSA.");
    }

    @Test
    void deletedState_isAskedOnlyForMissingKey() {
        var rule = new KeyDeletedRule();
        var deleted = new FactKey.KeyInDeletedState(KEY);
        assertThat(rule.facts(cache().with(KeySketch.good()).situation())).containsExactly(NEWEST);
        var missing = cache().with(NEWEST, Optional.empty());
        assertThat(rule.facts(missing.situation())).containsExactlyInAnyOrder(NEWEST, deleted);
        assertOnly(missing.with(deleted, Optional.empty()).judgedBy(rule)).isOk("No deleted key holds the name.");
        assertOnly(missing.with(
                                deleted,
                                Optional.of(new DeletedKey(
                                        "cache-key", Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(7))))))
                        .judgedBy(rule))
                .isBlocking(
                        ErrorCode.NAME_TAKEN,
                        "The key is in deleted state and keeps its name until 2026-03-08T12:00:00Z.")
                .hasRemedy("Recover the key; a new key of this name is refused until then.");
    }
}
