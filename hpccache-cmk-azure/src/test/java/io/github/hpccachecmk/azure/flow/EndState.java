package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetProbe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job leaves behind, without times and generated ids: two runs of one job must come to equal ones.
 *
 * @param targets the resources, each with states, key and flag
 * @param access who may do what with keys, by who it is
 * @param isPurgeProtected whether the vault is protected
 */
record EndState(Map<String, String> targets, Map<String, List<String>> access, boolean isPurgeProtected) {
    static EndState of(FakeAzure azure, Variant variant) {
        var targets = new TreeMap<String, String>();
        for (var probe : List.of(azure.cache(Variant.NAME), azure.fileSystem(Variant.NAME))) {
            if (probe.exists()) {
                targets.put(probe.id(), states(probe));
            }
        }
        var names = new TreeMap<String, String>();
        names.put(Worlds.STRANGER.toString(), "stranger");
        if (variant.usesUserAssignedIdentity()) {
            names.put(azure.identity(Variant.IDENTITY).principalId(), "user-assigned");
        } else if (azure.cache(Variant.NAME).exists()) {
            names.put(azure.cache(Variant.NAME).principalId(), "system-assigned");
        }
        return new EndState(
                targets, Grants.of(azure, names), azure.vault(Variant.VAULT).isPurgeProtected());
    }

    private static String states(TargetProbe probe) {
        return probe.provisioningState() + " " + probe.health() + " " + probe.keyUrl() + " " + probe.autoRotation();
    }
}
