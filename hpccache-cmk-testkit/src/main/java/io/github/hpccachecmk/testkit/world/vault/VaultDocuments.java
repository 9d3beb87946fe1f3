package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;

/** Vaults as the control plane shows them, and what their documents say. */
public final class VaultDocuments {
    /** The ARM type. */
    public static final String TYPE = "Microsoft.KeyVault/vaults";

    /** {@code provisioningState} of a new vault. */
    static final String REGISTERING = "RegisteringDns";

    private VaultDocuments() {}

    /** The answer of GET and PATCH, and an element of lists. */
    public static Doc read(World world, Resource vault) {
        return render(vault, uri(world, vault));
    }

    /** The answer of PUT: {@code vaultUri} in the caller's case and without final slash, as in recorded traffic. */
    static Doc written(World world, Resource vault) {
        return render(vault, "https://" + vault.name() + "." + world.settings().vaultSuffix());
    }

    /** {@code vaultUri}: lower case, with final slash. */
    static String uri(World world, Resource vault) {
        return "https://" + Doc.lower(vault.name()) + "." + world.settings().vaultSuffix() + "/";
    }

    /** Whether roles decide over the data plane; a member never set means access policies. */
    public static boolean isRbac(Resource vault) {
        return vault.document().flag("properties.enableRbacAuthorization").orElse(false);
    }

    /** Whether nothing deleted can be purged before its time. */
    public static boolean isPurgeProtected(Resource vault) {
        return vault.document().flag("properties.enablePurgeProtection").orElse(false);
    }

    /** Whether what is deleted can be recovered. Vaults from before 2020 can lack it. */
    public static boolean isSoftDelete(Resource vault) {
        return vault.document().flag("properties.enableSoftDelete").orElse(true);
    }

    /** How many days something deleted can be recovered. */
    static int retentionDays(Resource vault) {
        return vault.document()
                .number("properties.softDeleteRetentionInDays")
                .map(Number::intValue)
                .orElse(90);
    }

    private static Doc render(Resource vault, String uri) {
        Doc document = vault.document();
        Doc shown = Doc.of(
                "id", vault.id(),
                "name", vault.name(),
                "type", TYPE,
                "location", document.text("location").orElse(""),
                "tags", document.object("tags"));
        if (document.has("systemData")) {
            shown = shown.with("systemData", document.object("systemData"));
        }
        Doc properties = document.object("properties").with("vaultUri", uri);
        if (!properties.has("accessPolicies")) {
            properties = properties.with("accessPolicies", List.of());
        }
        return shown.with(
                "properties",
                properties.has("provisioningState") ? properties : properties.with("provisioningState", "Succeeded"));
    }
}
