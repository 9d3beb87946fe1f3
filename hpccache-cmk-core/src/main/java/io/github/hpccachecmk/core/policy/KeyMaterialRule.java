package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.MaterialSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Set;

/** The client's own source has the material that the request names. Asked before a vault is made for it that cannot be purged. */
final class KeyMaterialRule extends StandardRule {
    private static final int BITS = 2048;

    KeyMaterialRule() {
        super(
                "key.material",
                Tier.GATE,
                "For a key to be imported: the client's source has material of the name and form, and an RSA key has 2048 bits."
                        + " BLOCKING otherwise. What a transfer blob holds shows only after the import.",
                Articles.BYOK);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return VaultImportRule.isImport(request);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        return situation
                .keyImport()
                .map(wanted -> Set.<FactKey<?>>of(new FactKey.Material(wanted)))
                .orElse(Set.of());
    }

    @Override
    public List<Finding> judge(Situation situation) {
        return situation.keyImport().stream()
                .map(wanted -> judge(situation, wanted))
                .toList();
    }

    private Finding judge(Situation situation, KeyImport wanted) {
        var subject = "key material " + wanted.material();
        if (situation.key().isPresent()) {
            return ok(subject, "Nothing has to be imported.");
        }
        var fact = situation.facts().get(new FactKey.Material(wanted));
        if (fact.value().isEmpty()) {
            return unknown(subject, fact);
        }
        return fact.value()
                .get()
                .map(found -> judge(subject, wanted, found))
                .orElseGet(() -> blocking(
                        subject,
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The client's source has no material of this name.",
                        "Give the client a source that has it: CmkClientBuilder.keyMaterial(source)."));
    }

    private Finding judge(String subject, KeyImport wanted, MaterialSnapshot found) {
        if (found.form() != wanted.form()) {
            return blocking(
                    subject,
                    ErrorCode.PREFLIGHT_BLOCKED,
                    "The client's source has a " + found.form() + " of this name; the request asks for a "
                            + wanted.form() + ".",
                    "Correct the request or the source.");
        }
        var size = found.size();
        if (size.isPresent() && size.getAsInt() != BITS) {
            return blocking(
                    subject,
                    ErrorCode.PREFLIGHT_BLOCKED,
                    "The RSA key has " + size.getAsInt() + " bits; it must have " + BITS + ".",
                    "Bring an RSA key of " + BITS + " bits along.");
        }
        return ok(
                subject,
                size.isPresent()
                        ? "The client's source has an RSA key of " + BITS + " bits."
                        : "The client's source has a transfer blob; what it holds shows after the import.");
    }
}
