package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.testkit.world.Doc;

/**
 * What a GET showed of a cache or file system. Immutable.
 *
 * @param id its ARM id, as asked for
 * @param exists whether there was one
 * @param provisioningState {@code properties.provisioningState}; empty without
 * @param health {@code properties.health.state}; empty without
 * @param keyUrl the key's URL; empty without a customer-managed key
 * @param autoRotation the rotation flag
 */
public record ShownTarget(
        String id, boolean exists, String provisioningState, String health, String keyUrl, boolean autoRotation) {

    /** What a GET's body shows. */
    public static ShownTarget of(String id, Doc body) {
        return new ShownTarget(
                id,
                true,
                body.text("properties.provisioningState").orElse(""),
                body.text("properties.health.state").orElse(""),
                body.text("properties.encryptionSettings.keyEncryptionKey.keyUrl")
                        .orElse(""),
                body.flag("properties.encryptionSettings.rotationToLatestKeyVersionEnabled")
                        .orElse(false));
    }

    /** What a GET that found nothing shows. */
    public static ShownTarget absent(String id) {
        return new ShownTarget(id, false, "", "", "", false);
    }

    /** Whether it is Succeeded and Healthy (cache) or Available (file system). */
    public boolean isHealthy() {
        return provisioningState.equals("Succeeded") && (health.equals("Healthy") || health.equals("Available"));
    }

    /** Both states, for people. */
    @Override
    public String toString() {
        return exists ? provisioningState + "/" + (health.isEmpty() ? "no health" : health) : "absent";
    }
}
