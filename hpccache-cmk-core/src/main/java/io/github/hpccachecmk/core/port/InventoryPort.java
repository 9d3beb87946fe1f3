package io.github.hpccachecmk.core.port;

import java.util.Map;
import java.util.Optional;

/**
 * Azure Resource Graph: what all resource providers told it, some time ago. It leaves out, without a word, what the caller may not read.
 */
public interface InventoryPort {
    /** {@link PortOperation#QUERY_RESOURCES}: one page of at most 1,000 rows, each as a JSON document. */
    Answer<Page<Map<String, Object>>> query(CallContext context, InventoryQuery query, Optional<String> page);
}
