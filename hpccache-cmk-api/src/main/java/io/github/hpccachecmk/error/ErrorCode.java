package io.github.hpccachecmk.error;

/**
 * The stable, machine-readable reason of a failure or of a wait. Names never change their meaning; new ones may appear,
 * so a {@code switch} over them needs a default. Each code heads a section of {@code TROUBLESHOOTING.md}.
 */
public enum ErrorCode {
    /** A value given by the caller has not the legal form; nothing was sent. */
    INVALID_INPUT(
            Recovery.FIX_INPUT,
            "A value given by the caller has not the legal form. The message names the value and the legal "
                    + "form; nothing was sent.",
            "Correct the value that the message names."),
    /** A blocking finding stands in the way; the same request can succeed once somebody acts on it. */
    PREFLIGHT_BLOCKED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "One finding or more says that a write now would fail or do harm, so nothing is written while it "
                    + "stands. The flow keeps looking, and goes on by itself once nothing blocks.",
            "Act on each blocking finding; the same request then goes on."),
    /** A write became necessary that the approved plan does not hold. */
    PLAN_CHANGED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The world has changed since the plan was approved: a write became necessary that the plan does not "
                    + "hold. It was not sent.",
            "Make a new plan, review what it adds, and approve that one."),
    /** Purge protection is off and the request holds no consent that names this vault. */
    CONSENT_MISSING(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The services accept keys of vaults with purge protection only, it is off on this vault, and the "
                    + "request holds no consent that names the vault. Purge protection can never be switched off again.",
            "Switch purge protection on yourself, or give the request the consent that names this vault."),
    /** The caller lacks a right; the message names action and scope as far as the service told them. */
    CALLER_NOT_AUTHORIZED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The caller lacks a right in Azure. The message names the action and the scope as far as the "
                    + "service told them. A right that was just given takes some minutes to have effect.",
            "Give the caller the action on the scope named, then go on."),
    /** The caller's credential was refused: wrong tenant, expired, or a claims challenge. */
    CREDENTIAL_REFUSED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The caller's credential itself was refused: another tenant than the subscription's, expired, or "
                    + "not enough for a conditional-access policy.",
            "Check tenant and expiry of the credential; sign in again."),
    /** The caller's own data-plane call was refused; the control plane is used instead where it can. */
    CALLER_DATA_PLANE_FORBIDDEN(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The vault refused a call of the caller to its keys. This library asks the management plane where "
                    + "it can; the message names the step that could not do without.",
            "Give the caller the data-plane right named, or do without the step."),
    /** The vault's firewall refused the caller's address. */
    VAULT_FIREWALL(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The vault's firewall refused the caller's address. It says nothing about whether the cache or file "
                    + "system itself can reach the vault.",
            "Allow the caller's address on the vault, or call from an allowed network."),
    /** The resource reported that its identity cannot use the key: no grant, or not effective yet. */
    KEY_ACCESS_MISSING(
            Recovery.TRY_AGAIN,
            "The resource reported that its identity cannot use the key: it has no grant, or the grant has no "
                    + "effect yet.",
            "Grant get, wrapKey and unwrapKey to the identity and allow time to settle."),
    /** A principal is not known in the directory yet. */
    PRINCIPAL_NOT_REPLICATED(
            Recovery.TRY_AGAIN,
            "An identity was made a moment ago and is not known everywhere in the directory yet, so it cannot "
                    + "be given access.",
            "Wait: a new identity takes some time to be known everywhere."),
    /** An Azure Policy assignment refused the write. */
    POLICY_DENIED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "An Azure Policy assignment refused the write. The message names the assignment as far as the "
                    + "service told it.",
            "Change the request to comply, or have the policy assignment exempt it."),
    /** A management lock refused the write. */
    SCOPE_LOCKED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "A management lock on the resource, its group or its subscription refused the write.",
            "Remove the lock for the change, then go on."),
    /** The resource provider is not registered in the subscription. */
    PROVIDER_NOT_REGISTERED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The resource provider is not registered in the subscription, so none of its resources can be made "
                    + "there.",
            "Register the resource provider named in the subscription, then go on."),
    /** A quota or a limit of the subscription is reached. */
    LIMIT_REACHED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "A quota or a limit of the subscription, region or vault is reached.",
            "Free what the message names, or ask for a higher limit."),
    /** Another writer came in between; looked at again and tried again. */
    CONFLICT(
            Recovery.TRY_AGAIN,
            "Another writer came in between. Nothing of theirs was overwritten.",
            "Nothing: the flow reads again and goes on."),
    /** Another operation on the resource is in progress. */
    OPERATION_IN_PROGRESS(
            Recovery.TRY_AGAIN,
            "Another operation on the same resource is in progress, and the service takes one at a time.",
            "Nothing: the flow waits for the other operation."),
    /** The service asked to slow down. */
    THROTTLED(
            Recovery.TRY_AGAIN,
            "The service asked to slow down. The flow waits for as long as the service said.",
            "Nothing: the flow waits as long as the service asked."),
    /** The service or the network failed for a moment. */
    SERVICE_UNAVAILABLE(
            Recovery.TRY_AGAIN, "The service or the network failed for a moment.", "Nothing: the flow tries again."),
    /** The vault takes no writes for now: its region has failed over to another one. */
    VAULT_READ_ONLY(
            Recovery.TRY_AGAIN,
            "The vault takes no writes for now, as it does while its region has failed over to another one. Keys can "
                    + "still be read and used, so resources that have access work on. No read shows the failover: only a "
                    + "write that is refused does.",
            "Nothing: the flow tries again, for two hours at most; after that, begin the same request again once the "
                    + "vault's region is back."),
    /** A write was sent and its answer was lost: it may have taken effect. */
    OUTCOME_UNKNOWN(
            Recovery.TRY_AGAIN,
            "A write was sent and its answer was lost: it may or may not have taken effect. Every write of this "
                    + "library can be repeated without harm.",
            "Nothing: the flow looks at the world before it writes again."),
    /** A resource seen before was not found; not believed at once. */
    RESOURCE_VANISHED(
            Recovery.TERMINAL,
            "A resource that was seen before is not found any more, and not found again later: somebody deleted it.",
            "Find out who deleted the resource; it is never made again on its own."),
    /** A resource that the request needs does not exist. */
    RESOURCE_MISSING(
            Recovery.ACT_THEN_SAME_REQUEST,
            "A resource that the request needs does not exist: a vault, a key, an identity, a subnet or a "
                    + "resource group.",
            "Create what the message names, or correct the id."),
    /** The name is held by a deleted vault or by another resource. */
    NAME_TAKEN(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The name is held by a vault that was deleted and can be recovered, or by another resource.",
            "Recover the deleted resource or choose another name."),
    /** The service has been retired and refuses new resources. */
    SERVICE_RETIRED(
            Recovery.TERMINAL,
            "The service has been retired and refuses new resources. Resources that exist are not concerned.",
            "Use Azure Managed Lustre: CreateEncryptedFileSystem."),
    /** The resource exists without a customer-managed key, which can be chosen at creation only. */
    ENCRYPTION_NOT_POSSIBLE(
            Recovery.TERMINAL,
            "The resource exists without a customer-managed key, and such a key can be chosen at creation only.",
            "Create a new resource with a customer-managed key."),
    /** The resource exists with another key than the request names. */
    DIFFERENT_KEY(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The resource exists with another key than the request names. This request never changes the key of "
                    + "a resource.",
            "Use the request that changes the key, or name the key in use."),
    /** The identity's principal changed under the same id. */
    PRINCIPAL_CHANGED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "The identity has another principal than before under the same id: it was deleted and made again. "
                    + "Its old grants do not count for it, and nothing is granted to an identity that was exchanged.",
            "Find out who made the identity again; nothing was written."),
    /** A cache names a vault or key that the request does not allow. */
    VAULT_NOT_ALLOWED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "A cache names a vault or a key that the request does not allow. Nothing was granted: whoever makes "
                    + "a cache could otherwise have access granted in any vault.",
            "If the vault is yours, add it to the vaults the request allows."),
    /** The service failed the resource after the time to authorize it had passed. */
    AUTHORIZATION_DEADLINE_MISSED(
            Recovery.TERMINAL,
            "The service failed the resource because its identity had no access to the key in time. Caches have "
                    + "to be authorized within 90 minutes of their creation.",
            "Delete the failed cache and create it again; it can't be fixed."),
    /** The resource ended in a failed state. */
    RESOURCE_FAILED(
            Recovery.TERMINAL,
            "The resource ended in a failed state. The message holds the service's own reason.",
            "See the service's own reason in the message."),
    /** A wait reached its limit. */
    WAIT_LIMIT_REACHED(
            Recovery.ACT_THEN_SAME_REQUEST,
            "Something that should have come by itself did not come within its limit. The message says what was "
                    + "waited for, and since when.",
            "See what was waited for; the same request goes on from here."),
    /** The service refused the request for a reason that this library does not know; its code is shown. */
    REFUSED(
            Recovery.TERMINAL,
            "The service refused the request for a reason that this library does not know. Its own code and "
                    + "message are shown.",
            "See the service's own code and message."),
    /** The caller's waiting time was over; the flow itself goes on. */
    AWAIT_TIMED_OUT(
            Recovery.TRY_AGAIN,
            "The time that the caller was ready to wait was over. The flow itself goes on and nothing was lost.",
            "Wait again on the same operation, or begin the same request again."),
    /** The flow was cancelled by the caller; nothing was undone. */
    CANCELED(
            Recovery.TRY_AGAIN,
            "The caller cancelled the flow. Nothing that it had written was undone.",
            "Begin the same request again: it carries on from what exists."),
    /** A defect of this library. */
    INTERNAL(Recovery.TERMINAL, "A defect of this library.", "Report it with the message and the correlation id.");

    /** What makes sense after a failure. */
    public enum Recovery {
        /** Trying again, later or at once, can help without anybody acting. */
        TRY_AGAIN,
        /** Somebody has to act; then the same request goes on from where it is. */
        ACT_THEN_SAME_REQUEST,
        /** The input has to be corrected. */
        FIX_INPUT,
        /** The same request cannot succeed any more. */
        TERMINAL
    }

    private final Recovery recovery;
    private final String description;
    private final String remedy;

    ErrorCode(Recovery recovery, String description, String remedy) {
        this.recovery = recovery;
        this.description = description;
        this.remedy = remedy;
    }

    /**
     * What makes sense after this failure.
     *
     * @return the kind of recovery
     */
    public Recovery recovery() {
        return recovery;
    }

    /**
     * What the code means, in a few sentences; {@code TROUBLESHOOTING.md} is written from it.
     *
     * @return the meaning, without anything of a single case
     */
    public String description() {
        return description;
    }

    /**
     * What to do next, in one sentence.
     *
     * @return the general remedy; a finding or error may hold a more exact one
     */
    public String remedy() {
        return remedy;
    }
}
