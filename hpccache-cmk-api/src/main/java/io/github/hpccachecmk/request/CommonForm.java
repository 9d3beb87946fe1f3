package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.IdentityKind;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The portable forms of values that several requests have. */
final class CommonForm {
    private CommonForm() {}

    /** The members that every request has. */
    static FormWriter begin(CmkRequest<?> request) {
        return FormWriter.withSchema()
                .plain("kind", request.kind().wireName())
                .text("settleWindow", request.settleWindow());
    }

    /** The members that every create has. */
    static FormWriter write(CreateRequest request) {
        FormWriter writer = begin(request)
                .text("location", request.location())
                .text("sku", request.sku())
                .text("subnet", request.subnet())
                .texts("zones", request.zones())
                .plain("tags", request.tags())
                .plain("identity", write(request.identity()))
                .text("vault", request.vault())
                .text("key", request.key())
                .plain("expiryHorizon", request.expiryHorizon().toString());
        request.authorizer().other().ifPresent(who -> writer.text("authorizedBySomeoneElse", who));
        return write(writer, request.vaultProtection());
    }

    static FormWriter write(FormWriter writer, VaultProtection protection) {
        protection.consent().ifPresent(consent -> writer.text("enablePurgeProtectionOf", consent.vault()));
        return writer;
    }

    static VaultProtection protection(FormReader reader) {
        return reader.optionalText("enablePurgeProtectionOf")
                .map(vault ->
                        VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VaultId.parse(vault))))
                .orElse(VaultProtection.requireAlreadyOn());
    }

    static Authorizer authorizer(FormReader reader) {
        return reader.optionalText("authorizedBySomeoneElse")
                .map(Authorizer::someoneElse)
                .orElse(Authorizer.thisCaller());
    }

    static Map<String, String> tags(FormReader reader) {
        Map<String, String> tags = new LinkedHashMap<>();
        reader.optionalForm("tags").ifPresent(form -> form.names().forEach(name -> tags.put(name, form.text(name))));
        return tags;
    }

    static ManagedIdentity identity(FormReader request) {
        FormReader reader = request.form("identity");
        String type = reader.text("type");
        List<UserAssignedIdentityId> ids = reader.optionalTexts("userAssigned").stream()
                .map(UserAssignedIdentityId::parse)
                .toList();
        reader.end();
        boolean system = type.equals(IdentityKind.SYSTEM_ASSIGNED.wireName());
        boolean user = type.equals(IdentityKind.USER_ASSIGNED.wireName());
        if (!system && !user && !type.equals(IdentityKind.SYSTEM_AND_USER_ASSIGNED.wireName())) {
            throw reader.refused("type", type, "SystemAssigned, UserAssigned, or both in one text with a comma");
        }
        if (ids.isEmpty() != system) {
            throw reader.refused("userAssigned", ids, system ? "no identity" : "at least one identity");
        }
        if (system) {
            return ManagedIdentity.systemAssigned();
        }
        UserAssignedIdentityId first = ids.get(0);
        UserAssignedIdentityId[] more = ids.subList(1, ids.size()).toArray(UserAssignedIdentityId[]::new);
        return user ? ManagedIdentity.userAssigned(first, more) : ManagedIdentity.systemAndUserAssigned(first, more);
    }

    private static Map<String, Object> write(ManagedIdentity identity) {
        return new FormWriter()
                .text("type", identity.kind().wireName())
                .texts("userAssigned", identity.userAssigned())
                .done();
    }

    static Map<String, Object> write(KeyRotation rotation) {
        return new FormWriter()
                .text("rotateAfter", rotation.rotateAfter())
                .textIfPresent("expireAfter", rotation.expireAfter())
                .done();
    }

    static KeyRotation rotation(FormReader reader) {
        KeyRotation rotation = new KeyRotation(reader.period("rotateAfter"), reader.optionalPeriod("expireAfter"));
        reader.end();
        return rotation;
    }
}
