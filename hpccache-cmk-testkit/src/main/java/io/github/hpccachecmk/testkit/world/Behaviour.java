package io.github.hpccachecmk.testkit.world;

/**
 * The behaviours that can be switched, each with how well it is known and where from. On is what the services are
 * believed to do; whoever knows better switches one off, and the journal names the inferred ones that decided an answer.
 */
public enum Behaviour {
    /** The 201 of a create with a system-assigned identity holds the principal at once. */
    PRINCIPAL_IN_CREATE_ANSWER(
            Fidelity.OBSERVED, true, "recorded traffic of Azure/azure-sdk-for-net storagecache tests, 2020-04"),
    /** A cache whose identity has no access to its key says WaitingForKey with a text of our own. */
    WAITING_FOR_KEY_TEXT(
            Fidelity.INFERRED, true, "state from the REST specification 2022-05-01; its text is in no public source"),
    /** A cache with a user-assigned identity without access waits for the key, too. */
    USER_ASSIGNED_CACHE_WAITS(
            Fidelity.INFERRED,
            true,
            "article: a user-assigned identity that already has access needs no authorize step"),
    /** The create operation of a cache goes on until the key is there: it does not end before the grant. */
    CREATE_OPERATION_WAITS_FOR_GRANT(
            Fidelity.INFERRED, true, "the article's 'the create is waiting for the identity to be given access'"),
    /** A cache not authorized in time fails with code and text of our own; off, as reports of failed creates quote. */
    AUTHORIZATION_DEADLINE_TEXT(
            Fidelity.INFERRED,
            true,
            "90 minutes from the article; code and text are in no public source, AscInternalError is in reports"),
    /** The cache notices a grant by itself, without any call of the StorageCache API. */
    CACHE_NOTICES_GRANT(Fidelity.INFERRED, true, "no authorize operation exists in the REST specification"),
    /** A resource with both kinds of identity needs access for all of them. */
    EVERY_IDENTITY_NEEDS_ACCESS(
            Fidelity.INFERRED, true, "which identity unwraps is not established by any public source"),
    /** A key without soft delete and purge protection is not accepted. */
    KEY_NEEDS_PURGE_PROTECTION(
            Fidelity.INFERRED, true, "article: purge protection must be on; how the service refuses is not public"),
    /** A vault with firewall must let trusted services pass; otherwise the key cannot be reached. */
    TRUSTED_SERVICES_PASS_FIREWALL(
            Fidelity.INFERRED, true, "trusted-services list names disk encryption sets, not HPC Cache"),
    /** An expired key stops a running resource like a disabled one does. */
    EXPIRED_KEY_STOPS_RESOURCE(Fidelity.INFERRED, true, "Microsoft's disk encryption articles contradict each other"),
    /** A resource that lost its key shows Down (cache) or Unavailable (file system), and comes back with the key. */
    LOST_KEY_STOPS_RESOURCE(
            Fidelity.INFERRED, true, "disk encryption set article: I/O fails about an hour after the key is disabled"),
    /** A file system in Failed is healed by the identical PUT once access is effective. */
    FAILED_FILE_SYSTEM_HEALED_BY_PUT(
            Fidelity.INFERRED,
            true,
            "PUT on an existing file system is accepted in recorded traffic; healing is not shown"),
    /** A PUT or PATCH of settings while another operation runs is refused with 409. */
    BUSY_RESOURCE_REFUSES_WRITES(Fidelity.INFERRED, true, "common to ARM providers; not in any recording read"),
    /** A cache that has failed accepts no PUT. */
    FAILED_CACHE_REFUSES_PUT(
            Fidelity.INFERRED, true, "article: a failed cache has to be re-created, it can't be fixed"),
    /** A create that names a key in an unknown vault is refused at once. */
    UNKNOWN_VAULT_REFUSED_AT_CREATE(
            Fidelity.INFERRED, true, "strictness of this kit; the service's answer is not public"),
    /** A create that names a vault of another region or subscription is refused at once. */
    VAULT_PLACE_CHECKED_AT_CREATE(
            Fidelity.INFERRED, true, "article: same subscription and region; how the service refuses is not public"),
    /** Read-only members in a write are refused. The specification lets a service ignore them. */
    READ_ONLY_MEMBERS_REFUSED(Fidelity.INFERRED, true, "strictness of this kit; ARM services may ignore them"),
    /** The rotation flag sent with a create has no effect. */
    ROTATION_FLAG_IGNORED_ON_CREATE(
            Fidelity.DOCUMENTED, true, "remarks in Microsoft's and Terraform's documentation of the flag"),
    /** A change of the key resets the rotation flag. */
    ROTATION_FLAG_RESET_BY_KEY_CHANGE(
            Fidelity.DOCUMENTED, true, "remarks in Microsoft's and Terraform's documentation of the flag"),
    /** A key change is answered 200 at once, as recorded PATCHes of tags are; 202 is declared too. */
    KEY_CHANGE_ANSWERED_AT_ONCE(
            Fidelity.INFERRED, true, "REST specification declares 200 and 202; no recording shows one"),
    /** A key change to a key without access is refused and the old key stays. */
    KEY_CHANGE_NEEDS_ACCESS(Fidelity.INFERRED, true, "not in any recording read"),
    /** The status of an operation is told only to the signed URL. */
    OPERATION_URL_IS_SIGNED(
            Fidelity.INFERRED, true, "URLs are signed in recorded traffic since 2025; what a bare one answers is not"),
    /** principalType in a role assignment spares the look into the directory. */
    PRINCIPAL_TYPE_SPARES_DIRECTORY(
            Fidelity.DOCUMENTED, true, "Microsoft's article on role assignments for new service principals"),
    /** An access policy for a principal that exists but is not replicated yet is refused; an unknown one is not looked at. */
    ACCESS_POLICY_CHECKS_DIRECTORY(
            Fidelity.INFERRED, true, "reports of 400 'Invalid value found at accessPolicies[n].ObjectId'"),
    /** A caller's own new roles hold for its calls at once; services see them later. */
    OWN_ROLES_AT_ONCE(Fidelity.INFERRED, true, "article: role changes take minutes for everybody; at once is handier"),
    /** A caller's own new access policies hold for its calls at once; services see them later. */
    OWN_POLICIES_AT_ONCE(Fidelity.INFERRED, true, "no public figure; at once is handier"),
    /** A role assignment with a condition gives its rights: conditions are kept and not evaluated. */
    CONDITIONAL_ROLE_GRANTS(Fidelity.INFERRED, true, "what a condition amounts to here is unknown to this kit"),
    /** A ReadOnly lock stops every POST, those that only ask included. */
    READ_ONLY_LOCK_STOPS_POST(Fidelity.DOCUMENTED, true, "Microsoft's article 'Lock your Azure resources'"),
    /** Writes of one vault less than a second apart count as overlapping and the later one is refused with 409. */
    VAULT_WRITES_OVERLAP(
            Fidelity.INFERRED, false, "reports of ConflictError on parallel writes; how near is not public"),
    /** During a region failover a vault refuses every write, on both planes, with 503; reading and using keys goes on. */
    FAILED_OVER_VAULT_REFUSES_WRITES(
            Fidelity.INFERRED,
            true,
            "article: a vault is read-only during failover; the data plane's answer is quoted in reports of 2023, the"
                    + " control plane's is not public"),
    /** From api-version 2026-02-01 on, a new vault that says nothing about it uses roles. */
    NEW_VAULT_DEFAULTS_TO_RBAC(Fidelity.DOCUMENTED, true, "Microsoft's notice on Key Vault api-version 2026-02-01"),
    /** A full PUT of a vault that does not say which access model leaves the model alone. */
    VAULT_PUT_KEEPS_ACCESS_MODEL(
            Fidelity.INFERRED,
            true,
            "null on an existing vault means access policies; a PUT without it is not recorded"),
    /** The same role assignment sent again under its name answers 200 and changes nothing. */
    SAME_ROLE_ASSIGNMENT_ANSWERS_200(
            Fidelity.INFERRED, true, "both 200 and 201 are in the REST specification; not in any recording read"),
    /** A role assignment below a resource that does not exist is refused with 404. */
    ROLE_ASSIGNMENT_NEEDS_RESOURCE(
            Fidelity.INFERRED, true, "common to ARM extension resources; not in any recording read"),
    /** The {@code sourceVault} of a key may be another vault than that of the key's URL. */
    SOURCE_VAULT_MAY_DIFFER(
            Fidelity.OBSERVED, true, "recorded traffic of Azure/azure-powershell StorageCache tests, 2023-07"),
    /** A create in a subnet that is too small is refused at once. */
    SUBNET_SIZE_CHECKED_AT_CREATE(
            Fidelity.INFERRED,
            true,
            "articles: 64 addresses (cache), by capacity (file system); the refusal is not public"),
    /** A create in a subnet that another cache or file system uses is refused. */
    SUBNET_OF_ITS_OWN(
            Fidelity.INFERRED, false, "article: a cache's subnet is for this cache only; the refusal is not public"),
    /** The addresses that a file system needs grow with its capacity, as three quarters of the recommended subnet. */
    SUBNET_SIZE_GROWS_WITH_CAPACITY(
            Fidelity.INFERRED, true, "24 for 16 TiB from the REST specification's example; the others are not public"),
    /** A file system's capacity must be a multiple of its SKU's increment. */
    CAPACITY_CHECKED_AT_CREATE(
            Fidelity.INFERRED, true, "increments are in recorded lists of SKUs; the refusal is not public"),
    /** A create beyond the quota that the usages tell is refused. */
    QUOTA_CHECKED_AT_CREATE(Fidelity.INFERRED, true, "quota in recorded usages; code and text are not public"),
    /** An action that the state of a resource does not allow is refused with 409; off, it is answered 204 without effect. */
    ACTION_IN_WRONG_STATE_REFUSED(Fidelity.INFERRED, true, "common to ARM providers; not in any recording read"),
    /** A delete ends the operation that it overtakes as failed; off, as canceled. */
    DELETE_FAILS_RUNNING_OPERATION(
            Fidelity.INFERRED,
            true,
            "deletes while creating are recorded; what becomes of the create's operation is not"),
    /** A stopped cache whose key is out of reach ends in StartFailed; off, it starts. */
    START_NEEDS_KEY(
            Fidelity.INFERRED, true, "StartFailed from the REST specification; disk encryption articles on restarts"),
    /** Resource Graph refuses a caller who may do nothing in any subscription that was named; off, it finds nothing. */
    INVENTORY_REFUSES_WHO_HAS_NO_ACCESS(
            Fidelity.INFERRED,
            true,
            "the refusal is quoted in issues of Azure/aztfexport, 2023 and 2024; when exactly it comes is not public"),
    /** A key of the data plane can neither be wrapped with before nbf nor after exp, unwrapping goes on. */
    UNWRAP_IGNORES_DATES(Fidelity.DOCUMENTED, true, "Microsoft's page 'Keys details'");

    private final Fidelity fidelity;
    private final boolean onByDefault;
    private final String source;

    Behaviour(Fidelity fidelity, boolean onByDefault, String source) {
        this.fidelity = fidelity;
        this.onByDefault = onByDefault;
        this.source = source;
    }

    /** How well it is known. */
    public Fidelity fidelity() {
        return fidelity;
    }

    /** Whether a new world has it on. */
    public boolean onByDefault() {
        return onByDefault;
    }

    /** Where it is known from. */
    public String source() {
        return source;
    }
}
