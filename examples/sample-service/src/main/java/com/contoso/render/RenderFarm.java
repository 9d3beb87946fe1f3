package com.contoso.render;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A service of one's own: gives each show a scratch file system under the studio's key. Thread-safe. */
public final class RenderFarm {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final CustomerManagedKeys keys;
    private final Place place;
    private final Map<String, String> healthByShow = new ConcurrentHashMap<>();

    /**
     * Where file systems are made and what they use.
     *
     * @param subscription id of the subscription
     * @param group resource group
     * @param subnet ARM id of a subnet for file systems
     * @param identity ARM id of the identity that reads the key
     * @param vault ARM id of the vault
     * @param keyUrl URL of the key, with version
     */
    public record Place(
            String subscription, String group, String subnet, String identity, String vault, String keyUrl) {}

    /** A farm that makes file systems through {@code keys}, in a place. */
    public RenderFarm(CustomerManagedKeys keys, Place place) {
        this.keys = keys;
        this.place = place;
    }

    /** Makes the show's file system, or finds it made, and waits until it serves data. */
    public void open(String show) throws InterruptedException {
        var done = keys.begin(scratch(show)).await(PATIENCE);
        healthByShow.put(show, done.health().toString());
    }

    /** Whether a show can be rendered. */
    public boolean isReady(String show) {
        return "Available".equals(healthByShow.get(show));
    }

    private CreateEncryptedFileSystem scratch(String show) {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(place.subscription(), place.group(), "scratch-" + show))
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(8)
                .addZone("1")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(22, 30)))
                .subnet(SubnetId.parse(place.subnet()))
                .identity(ManagedIdentity.userAssigned(UserAssignedIdentityId.parse(place.identity())))
                .vault(VaultId.parse(place.vault()))
                .key(KeyUrl.parse(place.keyUrl()))
                .build();
    }
}
