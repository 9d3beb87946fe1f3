package io.github.hpccachecmk.testkit.world;

import java.util.List;

/**
 * The api-versions that a resource type accepts.
 *
 * @param namespace of the provider, for refusals
 * @param type below the namespace, for refusals
 * @param accepted oldest first
 */
public record ApiVersions(String namespace, String type, List<String> accepted) {
    /** Copies the list. */
    public ApiVersions {
        accepted = List.copyOf(accepted);
    }

    /** Versions of a type. */
    public static ApiVersions of(String namespace, String type, String... accepted) {
        return new ApiVersions(namespace, type, List.of(accepted));
    }

    /** The same type from a version on. */
    public ApiVersions since(String first) {
        return new ApiVersions(
                namespace,
                type,
                accepted.stream()
                        .filter(version -> version.compareTo(first) >= 0)
                        .toList());
    }

    /** The same versions for another type. */
    public ApiVersions forType(String other) {
        return new ApiVersions(namespace, other, accepted);
    }

    /** Whether a version is accepted. */
    public boolean accepts(String version) {
        return accepted.contains(version);
    }
}
