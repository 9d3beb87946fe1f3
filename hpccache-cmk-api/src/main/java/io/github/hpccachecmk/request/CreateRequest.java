package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The creation of a resource under a customer-managed key, up to the proof that it is healthy and encrypted with that key. New
 * kinds may appear: have a default branch. Immutable.
 */
public sealed interface CreateRequest extends EncryptionRequest
        permits CreateEncryptedCache, CreateEncryptedFileSystem {
    /** {@return the region in the form {@code eastus}; {@code East US} is normalised to it} */
    String location();

    /** {@return the name of the SKU; whether the region offers it is a finding of the plan} */
    String sku();

    /** {@return the subnet that the resource is put into} */
    SubnetId subnet();

    /** {@return the availability zone; none unless set, and the service takes one at most} */
    List<String> zones();

    /** {@return tags of the new resource in the order given; none unless set} */
    Map<String, String> tags();

    /** {@return the identity that uses the key; cannot be changed later} */
    ManagedIdentity identity();

    /** {@return who gives the identity access to the key; {@link Authorizer#thisCaller()} unless set} */
    @Value.Default
    default Authorizer authorizer() {
        return Authorizer.thisCaller();
    }

    /** {@return whether the service follows new versions of the key by itself; false unless set, and only caches can} */
    boolean autoRotation();

    /** {@return keys that expire within this time from now are warned about; zero to 3650 days, 30 days unless set} */
    @Value.Default
    default Duration expiryHorizon() {
        return Duration.ofDays(30);
    }
}
