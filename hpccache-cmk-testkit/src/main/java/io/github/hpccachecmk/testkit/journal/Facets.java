package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import io.github.hpccachecmk.testkit.world.storagecache.TargetState;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import io.github.hpccachecmk.testkit.world.vault.VaultState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is told of a resource: named members only, so that no secret of a document gets out. Pure. */
final class Facets {
    private static final List<String> MEMBERS = List.of(
            "location",
            "identity.principalId",
            "properties.provisioningState",
            "properties.health.state",
            "properties.encryptionSettings.keyEncryptionKey.keyUrl",
            "properties.encryptionSettings.rotationToLatestKeyVersionEnabled",
            "properties.enableSoftDelete",
            "properties.enablePurgeProtection",
            "properties.enableRbacAuthorization",
            "properties.publicNetworkAccess",
            "properties.networkAcls.defaultAction",
            "properties.networkAcls.bypass",
            "properties.principalId",
            "properties.roleDefinitionId",
            "properties.level",
            "registrationState");

    private Facets() {}

    static Map<String, String> of(World world, Resource resource) {
        Doc document =
                resource.state() instanceof TargetState ? Targets.shown(world, resource.id()) : resource.document();
        Map<String, String> facets = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            document.at(member).ifPresent(value -> facets.put(last(member, '.'), last(value.toString(), '/')));
        }
        for (Doc policy : document.objects("properties.accessPolicies")) {
            facets.put(
                    "policy of " + policy.text("objectId").orElse(""),
                    new TreeSet<>(policy.texts("permissions.keys")).toString());
        }
        if (resource.state() instanceof VaultState vault) {
            vault.effectivePolicies()
                    .entries()
                    .forEach(entry ->
                            facets.put("effective for " + entry.getKey(), new TreeSet<>(entry.getValue()).toString()));
        } else if (resource.state() instanceof KeyState key) {
            key.versions().forEach(version -> facets.put("version " + version.version(), told(version)));
        } else if (resource.state() instanceof RoleAssignmentState assignment) {
            facets.put("effective", String.valueOf(assignment.isEffective()));
        }
        return facets;
    }

    private static String told(KeyVersion version) {
        return (version.enabled() ? "enabled" : "disabled")
                + version.notBefore().map(time -> ", not before " + time).orElse("")
                + version.expires().map(time -> ", expires " + time).orElse("");
    }

    private static String last(String text, char separator) {
        return text.startsWith("https:") ? text : text.substring(text.lastIndexOf(separator) + 1);
    }
}
