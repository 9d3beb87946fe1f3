package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.PreparedVault;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Has a vault and an RSA key of 2048 bits that caches and file systems can be encrypted with: the administrator's step before a
 * create. Makes what is missing, and proves by reads what is there.
 *
 * <p>Required: {@code vault}, {@code location}, {@code tenant}, {@code keyName}, and a {@code vaultProtection} with consent unless the
 * vault is protected already. A vault of that name that this library did not make is not touched unless {@code existing} says so.
 * A key of that name that exists is used as it is when it is fit, and blocks when it is not: no second version is ever made. Nothing is
 * deleted or purged, and nobody's access is taken away or given. Bad or missing members are refused by the builder with an
 * {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class PrepareVault implements VaultRequest<PreparedVault> {
    PrepareVault() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public abstract VaultId vault();

    /** {@return the region in the form {@code eastus}; {@code East US} is normalised to it} */
    public abstract String location();

    /** {@return the tenant whose identities use the vault: that of its subscription} */
    public abstract TenantId tenant();

    /** {@return the name of the key} */
    public abstract String keyName();

    /** {@return how access is given, always set explicitly; by role assignments unless set} An existing vault keeps its own, or blocks. */
    @Value.Default
    public AccessModel accessModel() {
        return AccessModel.RBAC;
    }

    /** {@return for how many days deleted things stay recoverable: 7 to 90, 90 unless set} It cannot be changed later. */
    @Value.Default
    public int retentionDays() {
        return 90;
    }

    /** {@return who can reach a vault that is made; only trusted services unless set} */
    @Value.Default
    public VaultNetwork network() {
        return VaultNetwork.TRUSTED_SERVICES_ONLY;
    }

    /** {@return what to do with a vault that exists; refuse unless set} */
    @Value.Default
    public ExistingVault existing() {
        return ExistingVault.REFUSE;
    }

    /** {@return what to do about purge protection; {@link VaultProtection#requireAlreadyOn()} unless set} */
    @Value.Default
    public VaultProtection vaultProtection() {
        return VaultProtection.requireAlreadyOn();
    }

    /**
     * {@return key material to bring along instead of having the key made; made by the vault unless set} The import goes to the
     * vault itself, so it has to be open to where the client runs. A key of the name that exists is used only when it came from
     * the same material; it is told by a tag of the key.
     */
    public abstract Optional<KeyImport> keyImport();

    /** {@return when a key that is made expires; never unless set} */
    public abstract Optional<Instant> keyExpires();

    /**
     * {@return the rotation policy of a key that is made; none unless set} An import carries none, so an imported key is given it
     * afterwards, whenever it differs.
     */
    public abstract Optional<KeyRotation> keyRotation();

    /** {@return tags of a vault that is made, in the order given; none unless set} */
    public abstract Map<String, String> tags();

    @Override
    public RequestKind kind() {
        return RequestKind.PREPARE_VAULT;
    }

    @Override
    public Map<String, Object> toMap() {
        return PrepareVaultForm.write(this);
    }

    @Value.Check
    PrepareVault check() {
        RequestChecks.prepare(this);
        String region = RequestChecks.region(location());
        return region.equals(location())
                ? this
                : builder().from(this).location(region).build();
    }

    /** Builds {@link PrepareVault}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutablePrepareVault.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public PrepareVault build() {
            return Checks.complete("PrepareVault", super::build);
        }
    }
}
