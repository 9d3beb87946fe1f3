package io.github.hpccachecmk.core.port;

import java.util.List;
import java.util.Map;

/**
 * A resource provider as one answer showed it.
 *
 * @param namespace for example {@code Microsoft.StorageCache}
 * @param registrationState {@code Registered}, {@code NotRegistered} …
 * @param locations the locations of each resource type, by the type's lower-cased name, as answered ("East US")
 */
public record ProviderSnapshot(String namespace, String registrationState, Map<String, List<String>> locations) {}
