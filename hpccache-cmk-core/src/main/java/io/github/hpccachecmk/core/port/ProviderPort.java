package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.SubnetId;
import java.util.Optional;

/** What a subscription and its regions offer. */
public interface ProviderPort {
    /** {@link PortOperation#GET_PROVIDER}: registration, and the locations of its resource types. */
    Answer<ProviderSnapshot> provider(CallContext context, String subscription, String namespace);

    /** {@link PortOperation#LIST_SKUS}: of Microsoft.StorageCache. */
    Answer<Page<SkuOffer>> skus(CallContext context, String subscription, Optional<String> page);

    /** {@link PortOperation#LIST_USAGES}: of Microsoft.StorageCache in a location. */
    Answer<Page<Usage>> usages(CallContext context, String subscription, String location, Optional<String> page);

    /** {@link PortOperation#GET_SUBNET}; empty on 404. */
    Answer<Optional<SubnetSnapshot>> subnet(CallContext context, SubnetId id);
}
