package io.github.hpccachecmk.report;

import java.util.Map;

/** What a request that succeeded leaves behind. New kinds may appear. */
public sealed interface Outcome permits EncryptedResource {
    /**
     * The portable form, for engines that store results.
     *
     * @return an unmodifiable map of texts, numbers, truth values, lists and maps
     */
    Map<String, Object> toMap();
}
