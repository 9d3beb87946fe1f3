package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import java.util.Map;

/** What a request that succeeded leaves behind. New kinds may appear. */
public sealed interface Outcome
        permits EncryptedResource, PreparedVault, RotationPolicy, KeyVersionSwitch, RecoveredKey, RevokedGrant {
    /**
     * The portable form, for engines that store results; it names its kind as {@code outcome}.
     *
     * @return an unmodifiable map of texts, numbers, truth values, lists and maps
     */
    Map<String, Object> toMap();

    /**
     * Reads the portable form of any kind of outcome.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal outcome, of the kind that the form names
     * @throws io.github.hpccachecmk.error.InvalidInputException for another schema or an unknown kind, and for a member that is
     *     missing, malformed or unknown
     */
    static Outcome fromMap(Map<String, ?> map) {
        var in = FormReader.withSchema("outcome", map);
        var kind = in.text("outcome");
        return switch (kind) {
            case EncryptedResource.KIND -> EncryptedResource.fromMap(map);
            case PreparedVault.KIND -> PreparedVault.fromMap(map);
            case RotationPolicy.KIND -> RotationPolicy.fromMap(map);
            case KeyVersionSwitch.KIND -> KeyVersionSwitch.fromMap(map);
            case RecoveredKey.KIND -> RecoveredKey.fromMap(map);
            case RevokedGrant.KIND -> RevokedGrant.fromMap(map);
            default ->
                throw in.refused(
                        "outcome",
                        kind,
                        EncryptedResource.KIND + ", " + PreparedVault.KIND + ", " + RotationPolicy.KIND + ", "
                                + KeyVersionSwitch.KIND + ", " + RecoveredKey.KIND + " or " + RevokedGrant.KIND);
        };
    }
}
