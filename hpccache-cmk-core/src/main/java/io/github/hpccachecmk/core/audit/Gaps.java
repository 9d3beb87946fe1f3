package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.rights.Permissions;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an audit could not see. For one thread. */
final class Gaps {
    static final String INVENTORY = "audit.inventory";
    static final String RIGHTS = "audit.rights";

    /** What the caller has to be allowed to read; the inventory leaves out the rest without a word. */
    private static final List<String> READS = List.of(
            "Microsoft.StorageCache/caches/read",
            "Microsoft.StorageCache/amlFilesystems/read",
            "Microsoft.KeyVault/vaults/read",
            "Microsoft.KeyVault/vaults/keys/read",
            "Microsoft.ManagedIdentity/userAssignedIdentities/read",
            "Microsoft.Authorization/roleAssignments/read");

    private final List<Finding> found = new ArrayList<>();

    /** A listing that failed, wholly or after some of its pages. */
    void unreadable(InventoryQuery query, RemoteFailure failure) {
        var diagnosis = FailureClassifier.classify(failure);
        add(
                INVENTORY,
                query.scope().toString(),
                "The inventory of " + words(query.table()) + " could not be read to its end: "
                        + sentence(diagnosis.message()),
                diagnosis.remedy(),
                diagnosis.code());
    }

    /** Holds the caller's own rights against what has to be read. One call; a management group cannot be asked. */
    void lookAtRights(AuditScope scope, FactReader reader) {
        if (scope instanceof AuditScope.ManagementGroup) {
            return;
        }
        var fact = reader.read(new FactKey.Permissions(scope.toString()));
        fact.failure()
                .map(FailureClassifier::classify)
                .ifPresent(diagnosis -> add(
                        RIGHTS,
                        scope.toString(),
                        "What the caller may read could not be asked: " + sentence(diagnosis.message())
                                + " Resource Graph leaves out what the caller may not read.",
                        diagnosis.remedy(),
                        diagnosis.code()));
        var missing = fact.value().stream()
                .flatMap(entries -> READS.stream().filter(action -> !Permissions.allow(entries, action)))
                .toList();
        if (!missing.isEmpty()) {
            add(
                    RIGHTS,
                    scope.toString(),
                    "The caller lacks " + String.join(", ", missing)
                            + " on the whole scope, and Resource Graph leaves out what the caller may not read: resources may be"
                            + " missing here, or be judged by less than there is.",
                    "Give the caller the role Reader on the scope.",
                    ErrorCode.CALLER_NOT_AUTHORIZED);
        }
    }

    List<Finding> found() {
        return List.copyOf(found);
    }

    private void add(String rule, String subject, String message, String remedy, ErrorCode code) {
        found.add(new Finding(rule, Severity.UNKNOWN, subject, message, remedy, Optional.of(code), Optional.empty()));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + '.';
    }

    private static String words(InventoryTable table) {
        return switch (table) {
            case TARGETS -> "caches and file systems";
            case VAULTS -> "vaults";
            case IDENTITIES -> "user-assigned identities";
            case ASSIGNMENTS -> "role assignments";
            case ASSIGNMENT_COUNTS -> "counts of role assignments";
        };
    }
}
