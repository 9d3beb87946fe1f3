package io.github.hpccachecmk.testkit.search;

/** What has to hold at every transition, and at the end of every path. */
enum Safety {
    VERIFIED_BEFORE_WRITE("no write without a vault and a usable key that this process has read"),
    PROTECTED_BEFORE_CREATE("no create under a vault that was not seen to be protected"),
    NO_WRITE_AFTER_CONVERGENCE("no write once nothing is left to do"),
    OTHERS_ACCESS_UNTOUCHED("nobody's access is removed or replaced"),
    LEAST_GRANT(
            "no grant to others than the resource's identities, nor wider than get, wrapKey, unwrapKey or the one role on the one key"),
    CONSENTED_PROTECTION("purge protection only with the consent that names this vault"),
    NOTHING_DELETED("nothing is deleted"),
    NO_RECREATION("a resource that this process has seen is not made again"),
    NO_PUT_OVER_OTHERS(
            "no PUT over a resource that was there, but the identical one over this request's own failed one"),
    SETTLED_BEFORE_CREATE("no create that fails without access before the grant has settled"),
    SETTLED_BEFORE_SWITCH("no switch to a key before the access to it has settled"),
    KEY_NEVER_CHANGED("no write changes or rolls back the key of an existing resource, but to the one asked for"),
    APPROVED_PLAN_BINDS("no write that the approved plan does not hold"),
    ONE_WRITE_A_PASS("a pass writes once at most"),
    NO_SECOND_VERSION("no second version of a key, nor a request for one before the first had its two minutes"),
    NO_DISABLING_IN_USE("no version is switched off that a resource to be checked is on"),
    CONSENTED_DISABLING("no version is switched off but the one that the consent names"),
    ROTATION_FLAG_KEPT("a resource that rotated by itself does so after its key was rotated"),
    POLICY_ONLY_WHERE_IT_DIFFERS("no rotation policy is written that is there already"),
    RECOVERY_MAKES_NOTHING("a recovery brings back what was deleted, and makes and purges nothing"),
    NO_REVOCATION_IN_USE("no access is taken away that a resource needs"),
    ONLY_ITS_OWN_WRITES("a request about a key sends no write of another kind"),
    NO_SECRET_TOLD("no signature in a result, message, hint or journal; no token or private key in a journal"),
    DONE_IS_TRUE("done means healthy, under the key and with the flag asked for"),
    NEVER_THROWS("a pass does not throw for what the world does"),
    CONVERGES("without further faults a new process with empty memory comes to an end"),
    BLOCKED_FOR_A_REASON("it ends without success only when the world gives a reason");

    private final String promise;

    Safety(String promise) {
        this.promise = promise;
    }

    String promise() {
        return promise;
    }

    /** A promise broken. */
    record Breach(Safety property, String detail) {
        @Override
        public String toString() {
            return property + " (" + property.promise() + "): " + detail;
        }
    }
}
