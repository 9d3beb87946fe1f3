package io.github.hpccachecmk.error;

/**
 * The stable, machine-readable reason of a failure or of a wait. Names never change their meaning; new ones may appear,
 * so a {@code switch} over them needs a default. Each code heads a section of {@code TROUBLESHOOTING.md}.
 */
public enum ErrorCode {
    /** A value given by the caller has not the legal form; nothing was sent. */
    INVALID_INPUT(Recovery.FIX_INPUT, "Correct the value that the message names."),
    /** A blocking finding stands in the way; the same request can succeed once somebody acts on it. */
    PREFLIGHT_BLOCKED(Recovery.ACT_THEN_SAME_REQUEST, "Act on each blocking finding; the same request then goes on."),
    /** A write became necessary that the approved plan does not hold. */
    PLAN_CHANGED(Recovery.ACT_THEN_SAME_REQUEST, "Make a new plan, review what it adds, and approve that one."),
    /** Purge protection is off and the request holds no consent that names this vault. */
    CONSENT_MISSING(
            Recovery.ACT_THEN_SAME_REQUEST,
            "Switch purge protection on yourself, or give the request the consent that names this vault."),
    /** The caller lacks a right; the message names action and scope as far as the service told them. */
    CALLER_NOT_AUTHORIZED(Recovery.ACT_THEN_SAME_REQUEST, "Give the caller the action on the scope named, then go on."),
    /** The caller's credential was refused: wrong tenant, expired, or a claims challenge. */
    CREDENTIAL_REFUSED(Recovery.ACT_THEN_SAME_REQUEST, "Check tenant and expiry of the credential; sign in again."),
    /** The caller's own data-plane call was refused; the control plane is used instead where it can. */
    CALLER_DATA_PLANE_FORBIDDEN(
            Recovery.ACT_THEN_SAME_REQUEST, "Give the caller the data-plane right named, or do without the step."),
    /** The vault's firewall refused the caller's address. */
    VAULT_FIREWALL(
            Recovery.ACT_THEN_SAME_REQUEST,
            "Allow the caller's address on the vault, or call from an allowed network."),
    /** The resource reported that its identity cannot use the key: no grant, or not effective yet. */
    KEY_ACCESS_MISSING(
            Recovery.TRY_AGAIN, "Grant get, wrapKey and unwrapKey to the identity and allow time to settle."),
    /** A principal is not known in the directory yet. */
    PRINCIPAL_NOT_REPLICATED(Recovery.TRY_AGAIN, "Wait: a new identity takes some time to be known everywhere."),
    /** An Azure Policy assignment refused the write. */
    POLICY_DENIED(
            Recovery.ACT_THEN_SAME_REQUEST, "Change the request to comply, or have the policy assignment exempt it."),
    /** A management lock refused the write. */
    SCOPE_LOCKED(Recovery.ACT_THEN_SAME_REQUEST, "Remove the lock for the change, then go on."),
    /** The resource provider is not registered in the subscription. */
    PROVIDER_NOT_REGISTERED(
            Recovery.ACT_THEN_SAME_REQUEST, "Register the resource provider named in the subscription, then go on."),
    /** A quota or a limit of the subscription is reached. */
    LIMIT_REACHED(Recovery.ACT_THEN_SAME_REQUEST, "Free what the message names, or ask for a higher limit."),
    /** Another writer came in between; looked at again and tried again. */
    CONFLICT(Recovery.TRY_AGAIN, "Nothing: the flow reads again and goes on."),
    /** Another operation on the resource is in progress. */
    OPERATION_IN_PROGRESS(Recovery.TRY_AGAIN, "Nothing: the flow waits for the other operation."),
    /** The service asked to slow down. */
    THROTTLED(Recovery.TRY_AGAIN, "Nothing: the flow waits as long as the service asked."),
    /** The service or the network failed for a moment. */
    SERVICE_UNAVAILABLE(Recovery.TRY_AGAIN, "Nothing: the flow tries again."),
    /** A write was sent and its answer was lost: it may have taken effect. */
    OUTCOME_UNKNOWN(Recovery.TRY_AGAIN, "Nothing: the flow looks at the world before it writes again."),
    /** A resource seen before was not found; not believed at once. */
    RESOURCE_VANISHED(Recovery.TERMINAL, "Find out who deleted the resource; it is never made again on its own."),
    /** A resource that the request needs does not exist. */
    RESOURCE_MISSING(Recovery.ACT_THEN_SAME_REQUEST, "Create what the message names, or correct the id."),
    /** The name is held by a deleted vault or by another resource. */
    NAME_TAKEN(Recovery.ACT_THEN_SAME_REQUEST, "Recover the deleted resource or choose another name."),
    /** The service has been retired and refuses new resources. */
    SERVICE_RETIRED(Recovery.TERMINAL, "Use Azure Managed Lustre: CreateEncryptedFileSystem."),
    /** The resource exists without a customer-managed key, which can be chosen at creation only. */
    ENCRYPTION_NOT_POSSIBLE(Recovery.TERMINAL, "Create a new resource with a customer-managed key."),
    /** The resource exists with another key than the request names. */
    DIFFERENT_KEY(Recovery.ACT_THEN_SAME_REQUEST, "Use the request that changes the key, or name the key in use."),
    /** The identity's principal changed under the same id. */
    PRINCIPAL_CHANGED(Recovery.ACT_THEN_SAME_REQUEST, "Find out who made the identity again; nothing was written."),
    /** A cache names a vault or key that the request does not allow. */
    VAULT_NOT_ALLOWED(
            Recovery.ACT_THEN_SAME_REQUEST, "If the vault is yours, add it to the vaults the request allows."),
    /** The service failed the resource after the time to authorize it had passed. */
    AUTHORIZATION_DEADLINE_MISSED(Recovery.TERMINAL, "Delete the failed cache and create it again; it can't be fixed."),
    /** The resource ended in a failed state. */
    RESOURCE_FAILED(Recovery.TERMINAL, "See the service's own reason in the message."),
    /** A wait reached its limit. */
    WAIT_LIMIT_REACHED(Recovery.ACT_THEN_SAME_REQUEST, "See what was waited for; the same request goes on from here."),
    /** The service refused the request for a reason that this library does not know; its code is shown. */
    REFUSED(Recovery.TERMINAL, "See the service's own code and message."),
    /** The caller's waiting time was over; the flow itself goes on. */
    AWAIT_TIMED_OUT(Recovery.TRY_AGAIN, "Wait again on the same operation, or begin the same request again."),
    /** The flow was cancelled by the caller; nothing was undone. */
    CANCELED(Recovery.TRY_AGAIN, "Begin the same request again: it carries on from what exists."),
    /** A defect of this library. */
    INTERNAL(Recovery.TERMINAL, "Report it with the message and the correlation id.");

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
    private final String remedy;

    ErrorCode(Recovery recovery, String remedy) {
        this.recovery = recovery;
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
     * What to do next, in one sentence.
     *
     * @return the general remedy; a finding or error may hold a more exact one
     */
    public String remedy() {
        return remedy;
    }
}
