package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.run.CmkEngine;
import io.github.hpccachecmk.core.run.EngineOptions;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.testkit.exchange.ExchangeObserver;
import io.github.hpccachecmk.testkit.fault.Faults;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.WorldChanges;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.PolicyDenial;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.AssignmentsOfOthers;
import io.github.hpccachecmk.testkit.world.graph.ManagementGroups;
import io.github.hpccachecmk.testkit.world.platform.Places;
import io.github.hpccachecmk.testkit.world.services.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An Azure in memory: HPC Cache, Managed Lustre, Key Vault, role assignments and managed identities, at the level of
 * their REST interfaces, with its own time. It refuses what the services refuse, in their words where they are public.
 *
 * <p>A new one has a subscription, the resource group {@value #DEFAULT_GROUP} in {@value #DEFAULT_LOCATION}, a subnet for
 * caches, registered providers and a caller {@value #OWNER} who may do everything on the control plane. Time starts on
 * 2026-01-15 at 08:00 UTC and goes forward when {@link #advance} is called or somebody awaits something in it.
 *
 * <p>Thread-safe. Instances share nothing but the {@link ExchangeObserver}s that the class path names.
 */
public final class FakeAzure {
    /** The name of the caller who may do everything on the control plane. */
    public static final String OWNER = "owner";

    /** The resource group that scripts mean when they name none. */
    public static final String DEFAULT_GROUP = "render-rg";

    /** The region that scripts mean when they name none. */
    public static final String DEFAULT_LOCATION = "eastus";

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final Kernel kernel;
    private final Faults faults = new Faults();
    private final VirtualPacing pacing;
    private final CallDesk desk;
    private final String subscription;
    private volatile KeyMaterialSource keyMaterial = KeyMaterialSource.none();

    private FakeAzure(Kernel kernel, Instant start, String subscription, World world) {
        this.kernel = kernel;
        this.pacing = new VirtualPacing(start);
        this.subscription = subscription;
        this.desk = new CallDesk(kernel, pacing, faults, world);
    }

    /** A new Azure. */
    public static FakeAzure create() {
        return create(1);
    }

    /** A new Azure whose ids differ from those of another seed. */
    public static FakeAzure create(long seed) {
        return new FakeAzure(Services.kernel(), START, WorldSetup.subscription(seed), WorldSetup.world(seed));
    }

    /**
     * Another Azure that goes on by itself from this one's world and time, without its faults, journal, observers and key
     * material. Key pairs that were made once are shared, so that thousands of forks are cheap.
     */
    public FakeAzure fork() {
        return new FakeAzure(kernel, now(), subscription, world());
    }

    // ---- calls, time, faults, journal

    /**
     * Serves a request of any face: faults first, then the services, then the journal.
     *
     * @throws io.github.hpccachecmk.testkit.fault.ProcessStopped when a fault has stopped the calling process
     */
    public WireOutcome call(WireRequest request) {
        return desk.call(request);
    }

    /**
     * As {@link #call}, for requests that no fault keeps from being answered.
     *
     * @throws IllegalStateException when there is no answer
     */
    public WireResponse answer(WireRequest request) {
        if (call(request) instanceof WireOutcome.Answered answered) {
            return answered.response();
        }
        throw new IllegalStateException("No answer to " + request + "; a fault took it");
    }

    /** The virtual time. */
    public Instant now() {
        return pacing.now();
    }

    /** Lets virtual time pass: what falls due happens, tasks that wait for it run. */
    public void advance(Duration time) {
        pacing.advance(time);
    }

    /** Virtual time for the driver of flows. */
    public VirtualPacing pacing() {
        return pacing;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** The calls made so far. */
    public Journal journal() {
        return desk.journal();
    }

    /** What became different in the world so far, and through whom. */
    public WorldChanges changes() {
        return desk.changes();
    }

    /** All that happened, for people: the calls, what became different, and the calls again as a Mermaid sequence diagram. */
    public String transcript() {
        Journal calls = journal();
        Instant start =
                calls.entries().isEmpty() ? now() : calls.entries().get(0).at();
        return "Calls\n" + calls.timeline() + "\nChanges of the world\n"
                + changes().table(start) + "\nCalls as a Mermaid diagram\n" + calls.sequenceDiagram();
    }

    /** Tells an observer of every exchange from now on, beside those that the class path names. */
    public FakeAzure observe(ExchangeObserver observer) {
        desk.observe(observer);
        return this;
    }

    // ---- the world as a value

    /** The world as of now. */
    public World world() {
        return desk.world();
    }

    /** Changes the world from outside, as a third party; the services react to it. */
    public FakeAzure thirdParty(UnaryOperator<World> change) {
        desk.change(change);
        return this;
    }

    /** The kernel that serves this Azure: for searches that fork worlds. */
    public Kernel kernel() {
        return kernel;
    }

    // ---- settings

    /** Switches a behaviour. */
    public FakeAzure behaviour(Behaviour behaviour, boolean on) {
        return thirdParty(world -> world.settings(settings -> settings.with(behaviour, on)));
    }

    /** Sets how long a change takes. */
    public FakeAzure timing(Change change, Delay delay) {
        return timing(world().settings().timing().with(change, delay));
    }

    /** Sets how long all changes take. */
    public FakeAzure timing(Timing timing) {
        return thirdParty(world -> world.settings(settings -> settings.with(timing)));
    }

    /**
     * Whether a create of an HPC Cache is refused. <b>The real service has refused every one since 2025-03-21</b>, with 409
     * {@code OperationNotAllowed}; false unless set, since there would be nothing left to try out.
     */
    public FakeAzure hpcCacheRetired(boolean retired) {
        return thirdParty(world -> world.settings(settings -> settings.withHpcCacheRetired(retired)));
    }

    /** Switches ARM's throttling, which is on at the beginning; its buckets are full afterwards. */
    public FakeAzure throttling(boolean on) {
        desk.throttle(on);
        return this;
    }

    /**
     * How far Azure Resource Graph lags behind: its answers show the world as it was that long ago, at the earliest as it was when this
     * Azure was made. Zero unless set; the real service names no figure.
     */
    public FakeAzure inventoryLag(Duration lag) {
        desk.inventoryLag(lag);
        return this;
    }

    /** Sets how many caches and file systems a region allows. */
    public FakeAzure limits(int caches, int fileSystems) {
        return thirdParty(world -> world.settings(settings -> settings.withLimits(caches, fileSystems)));
    }

    /** Adds a policy that denies an action ({@code Microsoft.StorageCache/caches/write}) in the default group. */
    public FakeAzure denyByPolicy(String assignment, String action) {
        PolicyDenial denial = new PolicyDenial(assignment, groupId(DEFAULT_GROUP), action);
        return thirdParty(world -> world.settings(settings -> {
            List<PolicyDenial> all = new ArrayList<>(settings.policies());
            all.add(denial);
            return settings.withPolicies(all);
        }));
    }

    // ---- changes to come

    /** The changes that the services will make by themselves. */
    public List<Pending> pending() {
        return world().pending();
    }

    /** Lets all changes of a kind that are to come happen now, manual or not. */
    public FakeAzure happen(Change change) {
        for (Pending pending : pending()) {
            if (pending.transition().change() == change) {
                desk.fire(pending);
            }
        }
        return this;
    }

    // ---- what there is

    /** The subscription's id. */
    public String subscription() {
        return subscription;
    }

    /** The tenant's id. */
    public String tenant() {
        return world().settings().tenantId();
    }

    /** The ARM id of a resource group. */
    public String groupId(String group) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + group;
    }

    /** The ARM id of a resource of the default group: {@code id("Microsoft.KeyVault/vaults", "contoso-cmk")}. */
    public String id(String type, String name) {
        return groupId(DEFAULT_GROUP) + "/providers/" + type + "/" + name;
    }

    /** Makes a resource group. */
    public FakeAzure group(String name, String location) {
        return thirdParty(world -> Places.group(world, subscription, name, location));
    }

    /** The ARM id of the subnet for caches of the default group. */
    public String subnet() {
        return WorldSetup.subnet(subscription, DEFAULT_GROUP, "cache");
    }

    /** Makes a subnet in the default group and gives its ARM id. */
    public String subnet(String name, String addressPrefix) {
        String id = WorldSetup.subnet(subscription, DEFAULT_GROUP, name);
        thirdParty(world -> Places.subnet(world, id, addressPrefix));
        return id;
    }

    /** Registers a provider or takes its registration away. */
    public FakeAzure provider(String namespace, boolean registered) {
        return thirdParty(world -> Places.provider(world, subscription, namespace, registered));
    }

    /** Puts subscriptions below a management group, for queries of Azure Resource Graph. */
    public FakeAzure managementGroup(String name, String... subscriptions) {
        return thirdParty(world -> ManagementGroups.with(world, name, List.of(subscriptions)));
    }

    /** The script of a vault of the default group; makes it in {@value #DEFAULT_LOCATION} when there is none. */
    public VaultScript vault(String name) {
        return new VaultScript(this, id("Microsoft.KeyVault/vaults", name)).ensure();
    }

    /**
     * The script of a vault anywhere; makes it in {@value #DEFAULT_LOCATION} when there is none, and its subscription and
     * group when there are none. Callers other than {@link #OWNER} have no rights in another subscription.
     */
    public VaultScript vaultAt(String subscription, String group, String name) {
        if (!world().exists("/subscriptions/" + subscription)) {
            thirdParty(world -> Places.subscription(world, subscription));
        }
        if (!world().exists("/subscriptions/" + subscription + "/resourceGroups/" + group)) {
            thirdParty(world -> Places.group(world, subscription, group, DEFAULT_LOCATION));
        }
        return new VaultScript(
                        this,
                        "/subscriptions/" + subscription + "/resourceGroups/" + group
                                + "/providers/Microsoft.KeyVault/vaults/" + name)
                .ensure();
    }

    /** The script of a user-assigned identity of the default group; makes it when there is none. */
    public IdentityScript identity(String name) {
        return new IdentityScript(this, id("Microsoft.ManagedIdentity/userAssignedIdentities", name)).ensure();
    }

    /** The script of a caller; makes one without rights when there is none. */
    public CallerScript principal(String name) {
        return new CallerScript(this, name).ensure();
    }

    /** Makes a group of the directory with members, by object id, and gives its object id. */
    public String directoryGroup(String name, String... members) {
        thirdParty(world -> {
            World next = world.next();
            return next.with(DirectoryPrincipal.group(next.guid("group " + name), List.of(members)));
        });
        return world().guid("group " + name);
    }

    /** A cache of the default group, to look at. It need not exist. */
    public TargetProbe cache(String name) {
        return new TargetProbe(this, id(TargetKind.HPC_CACHE.resourceType(), name));
    }

    /** A file system of the default group, to look at. It need not exist. */
    public TargetProbe fileSystem(String name) {
        return new TargetProbe(this, id(TargetKind.MANAGED_LUSTRE.resourceType(), name));
    }

    /** The URL of a key's newest version, as a create wants it. */
    public String keyUrl(String vault, String key) {
        return vault(vault).keyUrl(key);
    }

    /**
     * Gives so many principals that nobody signs in as a role in the subscription: towards the 4,000 assignments at which it
     * takes no more.
     */
    public FakeAzure assignmentsOfOthers(int count) {
        return thirdParty(world -> AssignmentsOfOthers.add(world, subscription, count));
    }

    /** Puts a lock, {@code ReadOnly} or {@code CanNotDelete}, on a scope. */
    public FakeAzure lock(String scope, String level) {
        return thirdParty(world -> Scripted.lock(world, scope, level));
    }

    /** Takes all locks of a scope off. */
    public FakeAzure unlock(String scope) {
        return thirdParty(world -> Scripted.unlock(world, scope));
    }

    // ---- the code under test

    /** Where key material comes from that a {@link #customerManagedKeys} imports; none unless set. */
    public FakeAzure keyMaterial(KeyMaterialSource source) {
        keyMaterial = source;
        return this;
    }

    /** The whole SDK over this Azure, in its time, as {@value #OWNER}. Each call makes a new one: a process of its own. */
    public CustomerManagedKeys customerManagedKeys() {
        return customerManagedKeys(OWNER);
    }

    /**
     * The whole SDK over this Azure, in its time, as a caller. Each call makes a new one: a process of its own. Its rules
     * hold HPC Cache for retired when {@link #hpcCacheRetired} was set before.
     */
    public CustomerManagedKeys customerManagedKeys(String caller) {
        var rules = RuleCatalogue.standard(new PolicySettings(world().settings().hpcCacheRetired()));
        return new CmkEngine(PortFace.of(this, caller, keyMaterial), pacing, new EngineOptions(rules, Jitter.none()));
    }
}
