package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.KeyAction;
import io.github.hpccachecmk.testkit.world.access.RoleRights;
import io.github.hpccachecmk.testkit.world.vault.DeletedKeys;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import io.github.hpccachecmk.testkit.world.vault.VaultState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Says what a vault is like. It begins as a standard vault with access policies, soft delete of 90 days, without purge
 * protection, open to all networks, and empty. Every method changes the world at once.
 */
public final class VaultScript {
    private final FakeAzure azure;
    private final String id;

    VaultScript(FakeAzure azure, String id) {
        this.azure = azure;
        this.id = id;
    }

    VaultScript ensure() {
        Doc properties = Doc.of(
                "tenantId",
                azure.tenant(),
                "sku",
                Doc.of("family", "A", "name", "standard"),
                "accessPolicies",
                List.of(),
                "enabledForDeployment",
                false,
                "enableSoftDelete",
                true,
                "softDeleteRetentionInDays",
                90,
                "provisioningState",
                "Succeeded",
                "publicNetworkAccess",
                "Enabled");
        Doc document = Doc.of("location", FakeAzure.DEFAULT_LOCATION, "tags", Doc.empty(), "properties", properties);
        azure.thirdParty(
                world -> world.exists(id) ? world : world.with(new Resource(id, document, VaultState.fresh())));
        return this;
    }

    /** Somebody deletes the vault: it is in deleted state from now on, with all that is in it. */
    public void deleted() {
        WireResponse answer = azure.answer(new WireRequest(
                "DELETE",
                "management.azure.com",
                id,
                Map.of("api-version", "2026-02-01"),
                Map.of(),
                null,
                FakeAzure.OWNER));
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The vault could not be deleted: " + answer.document());
        }
    }

    /** The ARM id. */
    public String id() {
        return id;
    }

    /** The document as stored. */
    public Doc document() {
        return azure.world().resource(id).map(Resource::document).orElse(Doc.empty());
    }

    /** Puts it into a region. */
    public VaultScript in(String location) {
        return document(doc -> doc.with("location", location));
    }

    /** Makes its access model role assignments. */
    public VaultScript rbac() {
        return document(doc -> doc.withAt("properties.enableRbacAuthorization", true));
    }

    /** Makes its access model access policies, as at the beginning. */
    public VaultScript accessPolicies() {
        return document(doc -> doc.withAt("properties.enableRbacAuthorization", false));
    }

    /** Switches purge protection; also off, which no caller can. */
    public VaultScript purgeProtection(boolean on) {
        return document(doc -> on
                ? doc.withAt("properties.enablePurgeProtection", true)
                : doc.withoutAt("properties.enablePurgeProtection"));
    }

    /** Switches soft delete; off is what some vaults from before 2020 are. */
    public VaultScript softDelete(boolean on) {
        return document(doc -> doc.withAt("properties.enableSoftDelete", on));
    }

    /** Sets for how many days what is deleted can be recovered. */
    public VaultScript retentionDays(int days) {
        return document(doc -> doc.withAt("properties.softDeleteRetentionInDays", days));
    }

    /** Makes it a premium vault. */
    public VaultScript premium() {
        return document(doc -> doc.withAt("properties.sku.name", "premium"));
    }

    /** Sets its firewall: default action {@code Allow} or {@code Deny}, bypass {@code AzureServices} or {@code None}. */
    public VaultScript firewall(String defaultAction, String bypass) {
        return document(
                doc -> doc.withAt("properties.networkAcls", Doc.of("bypass", bypass, "defaultAction", defaultAction)));
    }

    /** Switches public network access. */
    public VaultScript publicNetworkAccess(boolean on) {
        return document(doc -> doc.withAt("properties.publicNetworkAccess", on ? "Enabled" : "Disabled"));
    }

    /** Gives it to another tenant. */
    public VaultScript tenant(String tenantId) {
        return document(doc -> doc.withAt("properties.tenantId", tenantId));
    }

    /**
     * Its region is lost and another one serves it: reading it and using its keys goes on, every change is refused. Role assignments are
     * none of the vault's and go on.
     */
    public VaultScript failOver() {
        return failedOver(true);
    }

    /** Its own region serves it again, changes included. */
    public VaultScript failBack() {
        return failedOver(false);
    }

    private VaultScript failedOver(boolean isFailedOver) {
        azure.thirdParty(world ->
                world.update(id, vault -> vault.with(((VaultState) vault.state()).withFailedOver(isFailedOver))));
        return this;
    }

    /** Changes the stored document in any way. */
    public VaultScript document(UnaryOperator<Doc> change) {
        azure.thirdParty(world -> world.update(id, vault -> vault.with(change.apply(vault.document()))));
        return this;
    }

    /** Adds an RSA key with one version. */
    public VaultScript withRsaKey(String name, int bits) {
        return withKey(name, "RSA", bits);
    }

    /** Adds a key of any type with one version. */
    public VaultScript withKey(String name, String kty, int bits) {
        azure.thirdParty(world -> {
            World next = world.next();
            KeyVersion version = KeyVersion.of(newVersion(next, name), azure.now());
            KeyState key = new KeyState(kty, bits, KeyState.ALL_OPERATIONS, List.of(version));
            return next.with(new Resource(keyId(name), Doc.empty(), key));
        });
        return this;
    }

    /** Adds a newer version to a key. */
    public VaultScript withNewVersion(String name) {
        azure.thirdParty(world -> {
            World next = world.next();
            return key(next, name, key -> key.with(KeyVersion.of(newVersion(next, name), azure.now())));
        });
        return this;
    }

    /** Enables or disables the newest version of a key. */
    public VaultScript keyEnabled(String name, boolean enabled) {
        return key(
                name, key -> key.update(key.latest().version(), version -> version.withEnabled(enabled, azure.now())));
    }

    /** Somebody deletes a key, which is in deleted state from now on; what it encrypts notices later. */
    public VaultScript keyDeleted(String name) {
        azure.thirdParty(world -> DeletedKeys.delete(world, world.resource(id).orElseThrow(), name, azure.now()));
        return this;
    }

    /** Somebody recovers a key from deleted state, with all its versions. */
    public VaultScript keyRecovered(String name) {
        azure.thirdParty(world -> DeletedKeys.recover(world, world.resource(id).orElseThrow(), name, azure.now()));
        return this;
    }

    /** Sets the dates of the newest version of a key. */
    public VaultScript keyDates(String name, Optional<Instant> notBefore, Optional<Instant> expires) {
        return key(
                name,
                key -> key.update(
                        key.latest().version(), version -> version.withDates(notBefore, expires, azure.now())));
    }

    /** Adds an access policy with these key permissions, effective at once; every other entry stays as it is. */
    public VaultScript withKeyPermissions(String objectId, String... permissions) {
        Doc entry = Doc.of(
                "tenantId", azure.tenant(), "objectId", objectId, "permissions", Doc.of("keys", List.of(permissions)));
        String principal = Doc.lower(objectId);
        azure.thirdParty(world -> world.update(id, vault -> {
            List<Object> entries = new ArrayList<>(vault.document().objects("properties.accessPolicies"));
            entries.add(entry);
            VaultState state = (VaultState) vault.state();
            Set<String> effective = new TreeSet<>(state.effective(Set.of(principal)));
            Stream.of(permissions).map(Doc::lower).forEach(effective::add);
            return vault.with(vault.document().withAt("properties.accessPolicies", List.copyOf(entries)))
                    .with(state.withEffective(principal, effective));
        }));
        return this;
    }

    /** Sets the tags of the newest version of a key. */
    public VaultScript keyTags(String name, Map<String, String> tags) {
        Table<String, String> table = Table.empty();
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            table = table.with(tag.getKey(), tag.getValue());
        }
        Table<String, String> all = table;
        return key(name, key -> key.update(key.latest().version(), version -> version.withTags(all, azure.now())));
    }

    /** The tags of the newest version of a key. */
    public Map<String, String> keyTags(String name) {
        return key(name).latest().tags().toMap();
    }

    /** Sets what a key may be used for. */
    public VaultScript keyOperations(String name, String... operations) {
        return key(name, key -> new KeyState(key.kty(), key.size(), List.of(operations), key.versions()));
    }

    /** The URL of a key's newest version. */
    public String keyUrl(String name) {
        return keyUrlWithoutVersion(name) + "/" + key(name).latest().version();
    }

    /** The URL of a key. */
    public String keyUrlWithoutVersion(String name) {
        return "https://" + Doc.lower(id.substring(id.lastIndexOf('/') + 1)) + "."
                + azure.world().settings().vaultSuffix() + "/keys/" + name;
    }

    /** The versions of a key, oldest first. */
    public List<String> versions(String name) {
        return key(name).versions().stream().map(KeyVersion::version).toList();
    }

    /** The access policy entries as written, one for each principal. */
    public List<Doc> policies() {
        return document().objects("properties.accessPolicies");
    }

    /** Whether purge protection is on. */
    public boolean isPurgeProtected() {
        return document().flag("properties.enablePurgeProtection").orElse(false);
    }

    /**
     * What a principal may do with the keys now, as services see it: what was written takes a while to take effect. Read from
     * the access model that the vault uses; a role for a single key counts.
     *
     * @return permissions in the words of access policies, lower case: {@code get}, {@code wrapkey}, {@code unwrapkey} …
     */
    public Set<String> permissionsOf(String objectId) {
        World world = azure.world();
        Set<String> permissions = new TreeSet<>();
        if (document().flag("properties.enableRbacAuthorization").orElse(false)) {
            List<RightGrant> rights =
                    RoleRights.of(world, objectId, new Decisions()).toList();
            Stream.of(KeyAction.values())
                    .filter(action -> isAllowed(world, rights, action.dataAction()))
                    .forEach(action -> permissions.add(Doc.lower(action.permission())));
        } else {
            world.state(id, VaultState.class)
                    .flatMap(vault -> vault.effectivePolicies().get(Doc.lower(objectId)))
                    .ifPresent(permissions::addAll);
        }
        return Collections.unmodifiableSet(permissions);
    }

    private boolean isAllowed(World world, List<RightGrant> rights, String dataAction) {
        return Stream.concat(Stream.of(id), world.below(id + "/keys").map(Resource::id))
                .anyMatch(scope -> rights.stream().anyMatch(right -> right.allowsData(dataAction, scope)));
    }

    /** Whether a principal may do all of this with the keys now; permissions in the words of access policies, in any case. */
    public boolean grants(String objectId, String... permissions) {
        Set<String> given = permissionsOf(objectId);
        return given.contains("all") || Stream.of(permissions).map(Doc::lower).allMatch(given::contains);
    }

    /** All that happened in its world so far: {@link FakeAzure#transcript}. */
    public String transcript() {
        return azure.transcript();
    }

    private KeyState key(String name) {
        return azure.world()
                .state(keyId(name), KeyState.class)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The vault " + id + " has no key '" + name + "'; add it with withRsaKey(...)"));
    }

    private VaultScript key(String name, UnaryOperator<KeyState> change) {
        key(name);
        azure.thirdParty(world -> key(world, name, change));
        return this;
    }

    private World key(World world, String name, UnaryOperator<KeyState> change) {
        return world.update(keyId(name), key -> key.with(change.apply((KeyState) key.state())));
    }

    private String keyId(String name) {
        return id + "/keys/" + name;
    }

    private static String newVersion(World world, String key) {
        return world.guid("version of " + key).replace("-", "");
    }
}
