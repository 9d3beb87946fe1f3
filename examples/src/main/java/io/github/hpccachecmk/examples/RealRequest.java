package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The request that the options for a real Azure describe. Makes no call. */
final class RealRequest {
    private static final EnumSet<Option> ALWAYS_NEEDED = EnumSet.of(
            Option.SUBSCRIPTION,
            Option.GROUP,
            Option.NAME,
            Option.LOCATION,
            Option.SKU,
            Option.SIZE,
            Option.SUBNET,
            Option.VAULT,
            Option.KEY);

    private final Options options;

    private RealRequest(Options options) {
        this.options = options;
    }

    /**
     * Builds the request.
     *
     * @throws UsageException naming every option that is missing
     * @throws InvalidInputException when the options do not fit together
     */
    static CreateRequest of(Options options) {
        var request = new RealRequest(options);
        request.refuseGaps();
        return options.target() == TargetKind.HPC_CACHE ? request.cache() : request.fileSystem();
    }

    static Cloud cloud(Options options) {
        return options.get(Option.CLOUD)
                .map(name -> Cloud.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))
                .orElse(Cloud.PUBLIC);
    }

    private void refuseGaps() {
        var needed = EnumSet.copyOf(ALWAYS_NEEDED);
        if (options.target() == TargetKind.MANAGED_LUSTRE) {
            needed.add(Option.MAINTENANCE);
        }
        if (options.userAssigned()) {
            needed.add(Option.IDENTITY_ID);
        }
        var problems = new ArrayList<String>();
        needed.stream()
                .filter(option -> options.get(option).isEmpty())
                .forEach(gap -> problems.add(Options.missing(gap)));
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    private CreateEncryptedCache cache() {
        return CreateEncryptedCache.builder()
                .cache(CacheId.of(text(Option.SUBSCRIPTION), text(Option.GROUP), text(Option.NAME)))
                .location(text(Option.LOCATION))
                .sku(text(Option.SKU))
                .cacheSizeGb(wholeSize())
                .subnet(SubnetId.parse(text(Option.SUBNET)))
                .zones(zones())
                .identity(identity())
                .vault(vault())
                .key(key())
                .vaultProtection(protection())
                .tryDespiteRetirement(options.is(Option.TRY_DESPITE_RETIREMENT, "true"))
                .build();
    }

    private CreateEncryptedFileSystem fileSystem() {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(text(Option.SUBSCRIPTION), text(Option.GROUP), text(Option.NAME)))
                .location(text(Option.LOCATION))
                .sku(text(Option.SKU))
                .storageCapacityTib(size())
                .maintenanceWindow(Maintenance.parse(text(Option.MAINTENANCE)))
                .subnet(SubnetId.parse(text(Option.SUBNET)))
                .zones(zones())
                .identity(identity())
                .vault(vault())
                .key(key())
                .vaultProtection(protection())
                .build();
    }

    private int wholeSize() {
        double size = size();
        if (size != Math.rint(size) || Math.abs(size) > Integer.MAX_VALUE) {
            throw InvalidInputException.of(Option.SIZE.property(), text(Option.SIZE), "a whole number of GB");
        }
        return (int) size;
    }

    private double size() {
        return Double.parseDouble(text(Option.SIZE));
    }

    private List<String> zones() {
        return options.get(Option.ZONE).stream().toList();
    }

    private ManagedIdentity identity() {
        return options.userAssigned()
                ? ManagedIdentity.userAssigned(UserAssignedIdentityId.parse(text(Option.IDENTITY_ID)))
                : ManagedIdentity.systemAssigned();
    }

    private VaultId vault() {
        return VaultId.parse(text(Option.VAULT));
    }

    private KeyUrl key() {
        return KeyUrl.parse(text(Option.KEY), cloud(options));
    }

    /** Without an explicit consent that names the vault, nothing irreversible is ever sent. */
    private VaultProtection protection() {
        return options.get(Option.PURGE_PROTECTION_CONSENT)
                .map(VaultId::parse)
                .map(IrreversibleChange::purgeProtectionOf)
                .map(VaultProtection::enableIfMissing)
                .orElseGet(VaultProtection::requireAlreadyOn);
    }

    private String text(Option option) {
        return options.required(option);
    }
}
