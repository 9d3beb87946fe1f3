package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * How the service shows a resource: the document written, what the state adds, what the api-version leaves out. Shape
 * and texts as seen in recorded traffic of Azure/azure-sdk-for-net, azure-powershell and azure-cli-extensions.
 */
final class TargetView {
    /** Health states that older api-versions answer as Unknown; REST specification 2022-05-01. */
    private static final Set<String> NEWER_STATES = Set.of("WaitingForKey", "StartFailed", "UpgradeFailed");

    private final World world;
    private final String apiVersion;
    private final Decisions decisions;

    TargetView(World world, String apiVersion, Decisions decisions) {
        this.world = world;
        this.apiVersion = apiVersion;
        this.decisions = decisions;
    }

    /** A full answer; the group's name in the id as given. */
    Doc show(Resource resource, String group) {
        TargetState state = (TargetState) resource.state();
        Doc stored = resource.document();
        Doc answer = Doc.of(
                "id", idWithGroup(resource.id(), group),
                "name", resource.name(),
                "type", state.kind().type(),
                "location", stored.text("location").orElse(""));
        for (String member : new String[] {"tags", "sku", "zones"}) {
            answer = stored.has(member) ? answer.with(member, stored.member(member)) : answer;
        }
        if (since("2020-03-01") && stored.has("identity.type")) {
            answer = answer.with("identity", identity(state, stored.object("identity")));
        }
        Doc properties = state.kind() == Kind.CACHE ? cache(state, stored) : fileSystem(resource, state, stored);
        answer = answer.with("properties", withEncryption(properties, stored));
        return since("2021-03-01") ? answer.with("systemData", systemData(state)) : answer;
    }

    private boolean since(String version) {
        return apiVersion.compareTo(version) >= 0;
    }

    private static String idWithGroup(String id, String group) {
        int start = id.toLowerCase(Locale.ROOT).indexOf("/resourcegroups/") + "/resourcegroups/".length();
        return id.substring(0, start) + group + id.substring(id.indexOf('/', start));
    }

    private static Doc identity(TargetState state, Doc stored) {
        Doc shown = Doc.of("type", stored.text("type").orElse("None"));
        if (!state.principalId().isEmpty() && state.isIdentityVisible()) {
            shown = shown.with("principalId", state.principalId());
        }
        if (!state.principalId().isEmpty() && state.isIdentityVisible()) {
            shown = shown.with("tenantId", stored.text("tenantId").orElse(""));
        }
        // The values stay {} in every recording: no principalId, no clientId.
        return stored.has("userAssignedIdentities")
                ? shown.with("userAssignedIdentities", stored.member("userAssignedIdentities"))
                : shown;
    }

    private Doc cache(TargetState state, Doc stored) {
        Doc shown = stored.object("properties").with("provisioningState", provisioningState(state));
        shown = shown.with("health", cacheHealth(state));
        boolean hasAddresses = !state.phase().isCreating() && state.phase() != Phase.FAILED;
        if (hasAddresses) {
            shown = shown.with("mountAddresses", List.of("10.3.0.8", "10.3.0.9", "10.3.0.10"))
                    .withAt("networkSettings.utilityAddresses", List.of("10.3.0.7"));
        }
        if (!since("2020-10-01")) {
            shown = shown.withoutAt("networkSettings.ntpServer").without("directoryServicesSettings");
        }
        if (!since("2022-05-01")) {
            shown = shown.without("upgradeSettings");
        }
        return since("2020-03-01")
                ? shown
                : shown.without("networkSettings").without("securitySettings").without("zones");
    }

    private Doc cacheHealth(TargetState state) {
        String[] health = cacheHealthTexts(state);
        boolean isOldFirst = !since("2021-03-01") && state.phase() == Phase.ALLOCATING;
        String shownState = !since("2022-05-01") && NEWER_STATES.contains(health[0]) ? "Unknown" : health[0];
        Doc shown = Doc.of("state", shownState);
        if (!isOldFirst) {
            shown = shown.with("statusDescription", health[1]);
        }
        boolean hasConditions = since("2021-03-01") && !state.phase().isCreating();
        return hasConditions ? shown.with("conditions", List.of()) : shown;
    }

    private String[] cacheHealthTexts(TargetState state) {
        return switch (state.phase()) {
            case ALLOCATING -> texts("Transitioning", "The cache is being allocated.");
            case DEPLOYING, CONFIGURING -> texts("Transitioning", "Deploying Cache resources");
            case WAITING_FOR_KEY -> texts("WaitingForKey", waitingText());
            case STARTING_UP -> texts("Transitioning", "Cache deployment completed. Cache Starting up.");
            case DEGRADED -> texts("Degraded", "The health of the cache is degraded");
            case HEALTHY -> texts("Healthy", "The cache is in Running state");
            case FLUSHING -> texts("Flushing", "The cache is flushing data to the Storage Targets.");
            case STOPPING -> texts("Stopping", "The cache is being stopped");
            case STOPPED -> texts("Stopped", "The Cache resources have been deallocated");
            case STARTING -> texts("Transitioning", "The cache is being allocated.");
            case START_FAILED -> texts("StartFailed", "The cache could not be started: its key is not accessible.");
            case KEY_LOST -> texts("Down", "The encryption key of the cache is not accessible.");
            case DELETING -> texts("Stopping", "Deleting Cache");
            case FAILED -> texts("Down", state.failure());
        };
    }

    private String waitingText() {
        return decisions.on(world, Behaviour.WAITING_FOR_KEY_TEXT)
                ? "The cache is waiting for access to the encryption key."
                : "";
    }

    private static String[] texts(String state, String description) {
        return new String[] {state, description};
    }

    private Doc fileSystem(Resource resource, TargetState state, Doc stored) {
        Doc shown = stored.object("properties");
        double capacity = shown.number("storageCapacityTiB").orElse(0).doubleValue();
        shown = shown.with("storageCapacityTiB", capacity)
                .with("health", fileSystemHealth(state))
                .with("provisioningState", provisioningState(state))
                .with("throughputProvisionedMBps", (int) Math.round(
                        capacity * Skus.bandwidth(stored.text("sku.name").orElse(""))))
                .with("clientInfo", clientInfo(resource, state));
        if (since("2026-01-01") && !state.phase().isCreating()) {
            shown = shown.with("clusterUuid", clusterUuid(resource, state))
                    .with("currentStorageCapacityTiB", (int) Math.round(capacity));
        }
        return shown.has("hsm") ? withImportPrefixes(shown) : shown.with("hsm", Doc.empty());
    }

    /** Stays the same for as long as the file system lives; that it is not told before it is created is inferred. */
    private static String clusterUuid(Resource resource, TargetState state) {
        String text = World.canonical(resource.id()) + '|' + state.createdAt();
        return "fa4e"
                + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(4);
    }

    /** The default is the specification's; that a single prefix, the older form, goes without it is inferred. */
    private Doc withImportPrefixes(Doc properties) {
        if (!properties.has("hsm.settings")) {
            return properties;
        }
        if (!since("2024-03-01")) {
            return properties.withoutAt("hsm.settings.importPrefixesInitial");
        }
        return properties.has("hsm.settings.importPrefixesInitial") || properties.has("hsm.settings.importPrefix")
                ? properties
                : properties.withAt("hsm.settings.importPrefixesInitial", List.of("/"));
    }

    private Doc fileSystemHealth(TargetState state) {
        String[] health = switch (state.phase()) {
            case HEALTHY, DEGRADED, FLUSHING -> texts("Available", "The cluster is available");
            case FAILED -> texts("Unavailable", state.failure());
            case KEY_LOST -> texts("Unavailable", "The encryption key of the cluster is not accessible.");
            default -> texts("Transitioning", "The cluster is in the process of changing states");
        };
        return Doc.of("state", health[0], "statusDescription", health[1]);
    }

    private static Doc clientInfo(Resource resource, TargetState state) {
        boolean isUp = state.phase() == Phase.HEALTHY;
        Doc storage = Doc.empty();
        for (String name : new String[] {"persistentVolumeClaim", "persistentVolume", "storageClass"}) {
            storage = storage.with(name, isUp ? "ZmFrZQ==" : "");
        }
        String address = "10.3.0.4";
        return Doc.of(
                "mgsAddress", isUp ? address : "",
                "mountCommand", isUp ? "mount -t lustre " + address + "@tcp:/lustrefs /" + resource.name() : "",
                "lustreVersion", isUp ? "2.15" : "",
                "containerStorageInterface", storage);
    }

    private String provisioningState(TargetState state) {
        return switch (state.phase()) {
            case ALLOCATING, DEPLOYING, CONFIGURING, STARTING_UP -> "Creating";
            case WAITING_FOR_KEY ->
                decisions.on(world, Behaviour.CREATE_OPERATION_WAITS_FOR_GRANT) ? "Creating" : "Succeeded";
            case DELETING -> "Deleting";
            case FAILED -> "Failed";
            // A PUT on an existing file system shows Creating while it stays Available: seen in recorded traffic.
            default -> state.isUpdating() ? (state.kind() == Kind.CACHE ? "Updating" : "Creating") : "Succeeded";
        };
    }

    private Doc withEncryption(Doc properties, Doc stored) {
        if (!since("2020-03-01") || Encryption.keyUrl(stored).isEmpty()) {
            return properties.without("encryptionSettings");
        }
        return since("2021-05-01")
                ? properties
                : properties.withoutAt("encryptionSettings.rotationToLatestKeyVersionEnabled");
    }

    private static Doc systemData(TargetState state) {
        return Doc.of(
                "createdBy", state.createdBy(),
                "createdByType", byType(state.createdBy()),
                "createdAt", time(state.createdAt()),
                "lastModifiedBy", state.modifiedBy(),
                "lastModifiedByType", byType(state.modifiedBy()),
                "lastModifiedAt", time(state.modifiedAt()));
    }

    private static String byType(String name) {
        return name.contains("@") ? "User" : "Application";
    }

    static String time(Instant instant) {
        return instant.toString();
    }
}
