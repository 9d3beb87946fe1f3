package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All state of the services, as one immutable value: equal worlds answer equally. Forking is keeping a reference;
 * changing copies a few small arrays; the hash is computed once a world. It has no clock: time comes with each call.
 * Safe for use by several threads.
 */
public final class World {
    private static final int LARGE = 500;

    private final Settings settings;
    private final long serial;
    private final Table<String, Resource> resources;
    private final Table<String, Caller> callers;
    private final Table<String, DirectoryPrincipal> directory;
    private final Table<String, AsyncOperation> operations;
    private final List<Pending> pending;
    private int hash;
    private @Nullable Map<Class<?>, List<Resource>> byState;
    private @Nullable Map<Class<?>, Map<String, Resource>> byName;
    private @Nullable List<DirectoryPrincipal> groups;

    private World(
            Settings settings,
            long serial,
            Table<String, Resource> resources,
            Table<String, Caller> callers,
            Table<String, DirectoryPrincipal> directory,
            Table<String, AsyncOperation> operations,
            List<Pending> pending) {
        this.settings = settings;
        this.serial = serial;
        this.resources = resources;
        this.callers = callers;
        this.directory = directory;
        this.operations = operations;
        this.pending = pending;
    }

    /** A world without anything in it. */
    public static World empty(Settings settings) {
        return new World(settings, 0, Table.empty(), Table.empty(), Table.empty(), Table.empty(), List.of());
    }

    /** An ARM id for comparing: lower case, without a final slash. */
    public static String canonical(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    // ---- settings

    /** What holds for the whole world. */
    public Settings settings() {
        return settings;
    }

    /** This world with settings changed. */
    public World settings(UnaryOperator<Settings> change) {
        return new World(change.apply(settings), serial, resources, callers, directory, operations, pending);
    }

    /** Whether a behaviour is on. Handlers ask through {@link Call#on}, so that the journal can name what decided. */
    public boolean has(Behaviour behaviour) {
        return settings.switches().get(behaviour).orElse(behaviour.onByDefault());
    }

    /** When a change that starts now is due. */
    public Instant due(Change change, Instant now) {
        return settings.timing().due(change, now);
    }

    // ---- ids

    /** This world with the next serial number, so that {@link #guid} gives another id. */
    public World next() {
        return new World(settings, serial + 1, resources, callers, directory, operations, pending);
    }

    /** How many serial numbers were taken. */
    public long serial() {
        return serial;
    }

    /**
     * A recognisably fake GUID from seed, serial number and purpose; the same until {@link #next}. It begins with
     * {@code fa4e}.
     */
    public String guid(String purpose) {
        long mix = mix(settings.seed() * 0x9E3779B97F4A7C15L + purpose.hashCode());
        return String.format(
                "fa4e%04x-%04x-4%03x-8%03x-%012x",
                mix & 0xffff,
                (mix >>> 16) & 0xffff,
                (mix >>> 32) & 0xfff,
                (mix >>> 44) & 0xfff,
                serial & 0xffff_ffff_ffffL);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    // ---- resources

    /** A resource by its id, in any spelling. */
    public Optional<Resource> resource(String id) {
        return resources.get(canonical(id));
    }

    /** Whether a resource exists. */
    public boolean exists(String id) {
        return resources.has(canonical(id));
    }

    /** The state of a resource, when it exists and has a state of this type. */
    public <S extends ResourceState> Optional<S> state(String id, Class<S> type) {
        return resource(id).map(Resource::state).filter(type::isInstance).map(type::cast);
    }

    /** All resources with a state of this type. */
    public Stream<Resource> resources(Class<? extends ResourceState> type) {
        Stream<Resource> found = resources.values().filter(resource -> type.isInstance(resource.state()));
        return resources.size() < LARGE ? found : index().computeIfAbsent(type, key -> found.toList()).stream();
    }

    /** The first resource with a state of this type and this name, in any case: of vaults there is one in the whole cloud. */
    public Optional<Resource> named(Class<? extends ResourceState> type, String name) {
        if (resources.size() < LARGE) {
            return resources(type)
                    .filter(resource -> resource.name().equalsIgnoreCase(name))
                    .findFirst();
        }
        return Optional.ofNullable(names().computeIfAbsent(
                        type,
                        key -> resources(type)
                                .collect(Collectors.toMap(
                                        resource -> canonical(resource.name()),
                                        resource -> resource,
                                        (first, second) -> first)))
                .get(canonical(name)));
    }

    private Map<Class<?>, Map<String, Resource>> names() {
        Map<Class<?>, Map<String, Resource>> known = byName;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            byName = known;
        }
        return known;
    }

    /** A large world is not looked through again and again. Two threads may make it twice, to the same effect. */
    private Map<Class<?>, List<Resource>> index() {
        Map<Class<?>, List<Resource>> index = byState;
        if (index == null) {
            index = new ConcurrentHashMap<>();
            byState = index;
        }
        return index;
    }

    /** All resources below a scope, at any depth. */
    public Stream<Resource> below(String scope) {
        String prefix = canonical(scope) + "/";
        return resources
                .entries()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue);
    }

    /** All resources of an ARM type below a scope: {@code Microsoft.StorageCache/caches}. Children are not meant. */
    public Stream<Resource> below(String scope, String type) {
        String prefix = canonical(scope) + "/";
        String middle = "/providers/" + canonical(type) + "/";
        return resources
                .entries()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> {
                    int at = entry.getKey().lastIndexOf(middle);
                    return at >= 0 && entry.getKey().indexOf('/', at + middle.length()) < 0;
                })
                .map(Map.Entry::getValue);
    }

    /** This world with a resource added or replaced. */
    public World with(Resource resource) {
        return with(resources.with(canonical(resource.id()), resource));
    }

    /** This world with a resource changed; itself when there is none. */
    public World update(String id, UnaryOperator<Resource> change) {
        return with(resources.update(canonical(id), change));
    }

    /** This world without a resource. */
    public World without(String id) {
        return with(resources.without(canonical(id)));
    }

    @SuppressWarnings("ReferenceEquality") // A table gives itself back when nothing changes.
    private World with(Table<String, Resource> changed) {
        return changed == resources
                ? this
                : new World(settings, serial, changed, callers, directory, operations, pending);
    }

    // ---- callers and directory

    /** A caller by name. */
    public Optional<Caller> caller(String name) {
        return callers.get(name);
    }

    /** All callers. */
    public Stream<Caller> callers() {
        return callers.values();
    }

    /** This world with a caller added or replaced. */
    public World with(Caller caller) {
        return new World(
                settings, serial, resources, callers.with(caller.name(), caller), directory, operations, pending);
    }

    /** A principal of the directory. */
    public Optional<DirectoryPrincipal> principal(String objectId) {
        return directory.get(objectId.toLowerCase(Locale.ROOT));
    }

    /** The directory's groups. */
    public List<DirectoryPrincipal> groups() {
        List<DirectoryPrincipal> found = groups;
        if (found == null) {
            found = directory
                    .values()
                    .filter(principal -> !principal.members().isEmpty())
                    .toList();
            groups = found;
        }
        return found;
    }

    /** This world without a principal; itself when there is none. */
    public World withoutPrincipal(String objectId) {
        return new World(
                settings,
                serial,
                resources,
                callers,
                directory.without(objectId.toLowerCase(Locale.ROOT)),
                operations,
                pending);
    }

    /** This world with a principal added or replaced. */
    public World with(DirectoryPrincipal principal) {
        return new World(
                settings,
                serial,
                resources,
                callers,
                directory.with(principal.objectId().toLowerCase(Locale.ROOT), principal),
                operations,
                pending);
    }

    // ---- operations

    /** A long-running operation by its id. */
    public Optional<AsyncOperation> operation(String id) {
        return operations.get(id.toLowerCase(Locale.ROOT));
    }

    /** This world with an operation begun or changed. */
    public World with(AsyncOperation operation) {
        return new World(
                settings,
                serial,
                resources,
                callers,
                directory,
                operations.with(operation.id().toLowerCase(Locale.ROOT), operation),
                pending);
    }

    // ---- changes to come

    /** The changes to come, the next first. */
    public List<Pending> pending() {
        return pending;
    }

    /** The changes to come of a subject. */
    public Stream<Pending> pending(Change change, String subject) {
        return pending.stream()
                .filter(candidate -> candidate.transition().change() == change
                        && candidate.transition().subject().equals(subject));
    }

    /** This world with a change to come, due after its kind's delay. */
    public World schedule(Transition transition, Instant now) {
        return schedule(transition, transition.change(), now);
    }

    /** This world with a change to come, due after the delay of a kind. */
    public World schedule(Transition transition, Change delay, Instant now) {
        return scheduleAt(transition, due(delay, now));
    }

    /** This world with a change to come at a time. */
    public World scheduleAt(Transition transition, Instant due) {
        int at = 0;
        while (at < pending.size() && !pending.get(at).due().isAfter(due)) {
            at++;
        }
        List<Pending> more = new ArrayList<>(pending);
        more.add(at, new Pending(due, transition));
        return withPending(more);
    }

    /** This world without the changes to come that match. */
    public World cancel(Predicate<Pending> which) {
        List<Pending> rest = pending.stream().filter(which.negate()).toList();
        return rest.size() == pending.size() ? this : withPending(rest);
    }

    /** This world without the changes to come of a kind and subject. */
    public World cancel(Change change, String subject) {
        return cancel(candidate -> candidate.transition().change() == change
                && candidate.transition().subject().equals(subject));
    }

    /** This world without one change to come; itself when it is not to come. */
    public World without(Pending taken) {
        int at = pending.indexOf(taken);
        if (at < 0) {
            return this;
        }
        List<Pending> rest = new ArrayList<>(pending);
        rest.remove(at);
        return withPending(rest);
    }

    private World withPending(List<Pending> changed) {
        return new World(settings, serial, resources, callers, directory, operations, List.copyOf(changed));
    }

    /** Whether nothing was done to get from one to the other: unchanged worlds are given back as they are. */
    @SuppressWarnings("ReferenceEquality") // Comparing values would cost more and say the same.
    public boolean isSame(World other) {
        return this == other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof World world
                && hashCode() == world.hashCode()
                && serial == world.serial
                && resources.equals(world.resources)
                && pending.equals(world.pending)
                && operations.equals(world.operations)
                && callers.equals(world.callers)
                && directory.equals(world.directory)
                && settings.equals(world.settings);
    }

    @Override
    public int hashCode() {
        int result = hash;
        if (result == 0) {
            result = Objects.hash(serial, resources, callers, directory, operations, pending);
            hash = result;
        }
        return result;
    }

    /** The ids of all resources and the changes to come; no document. */
    @Override
    public String toString() {
        return "World" + resources.keys() + " to come: " + pending;
    }
}
