package io.github.hpccachecmk.testkit.search;

/**
 * One point of the abstract space of situations from which a search starts. A combination that cannot be is refused by
 * {@link #isPossible()}.
 *
 * @param job what is asked for
 * @param who whose identity uses the key
 * @param model how the vault gives access
 * @param guard whether the vault is protected, and what the request consents to
 * @param grant whether the identity has access already
 * @param found whether the resource is there already
 * @param key what the key is like
 * @param left how much of the time to authorize is left
 * @param rival whether a second orchestrator works on the same name
 * @param isApproved whether the first process is bound to a plan made at the start
 */
record Sketch(
        Job job,
        Who who,
        Model model,
        Guard guard,
        Grant grant,
        Found found,
        Key key,
        Left left,
        Rival rival,
        boolean isApproved) {

    enum Job {
        CACHE,
        ROTATING_CACHE,
        FILE_SYSTEM,
        AUTHORIZE,
        CHANGE_CACHE,
        CHANGE_FILE_SYSTEM;

        boolean isFileSystem() {
            return this == FILE_SYSTEM || this == CHANGE_FILE_SYSTEM;
        }

        /** Whether the resource is to go from one key to another. */
        boolean isChange() {
            return this == CHANGE_CACHE || this == CHANGE_FILE_SYSTEM;
        }
    }

    enum Who {
        SYSTEM,
        USER
    }

    enum Model {
        POLICY,
        RBAC
    }

    enum Guard {
        PROTECTED,
        CONSENTED,
        CONSENT_ELSEWHERE
    }

    enum Grant {
        NONE,
        EFFECTIVE,
        BY_SOMEBODY
    }

    enum Found {
        ABSENT,
        WAITING,
        HEALTHY,
        FAILED
    }

    enum Key {
        USABLE,
        DISABLED,
        EXPIRED,
        NEWER
    }

    enum Left {
        FAR,
        NEAR,
        PAST
    }

    enum Rival {
        NONE,
        SAME_REQUEST,
        OTHER_KEY
    }

    /** The plain case of a job. */
    static Sketch of(Job job, Who who, Model model) {
        var found = job.isChange() ? Found.HEALTHY : job == Job.AUTHORIZE ? Found.WAITING : Found.ABSENT;
        var grant = job.isChange() ? Grant.EFFECTIVE : Grant.NONE;
        return new Sketch(job, who, model, Guard.PROTECTED, grant, found, Key.USABLE, Left.FAR, Rival.NONE, false);
    }

    Sketch with(Guard changed) {
        return new Sketch(job, who, model, changed, grant, found, key, left, rival, isApproved);
    }

    Sketch with(Grant changed) {
        return new Sketch(job, who, model, guard, changed, found, key, left, rival, isApproved);
    }

    Sketch with(Found changed) {
        return new Sketch(job, who, model, guard, grant, changed, key, left, rival, isApproved);
    }

    Sketch with(Key changed) {
        return new Sketch(job, who, model, guard, grant, found, changed, left, rival, isApproved);
    }

    Sketch with(Left changed) {
        return new Sketch(job, who, model, guard, grant, found, key, changed, rival, isApproved);
    }

    Sketch with(Rival changed) {
        return new Sketch(job, who, model, guard, grant, found, key, left, changed, isApproved);
    }

    Sketch approved() {
        return new Sketch(job, who, model, guard, grant, found, key, left, rival, true);
    }

    boolean isPossible() {
        boolean isFileSystem = job.isFileSystem();
        boolean hasClock = found == Found.WAITING;
        return !(isFileSystem && (who == Who.SYSTEM || found == Found.WAITING))
                && !(job == Job.AUTHORIZE && (found == Found.ABSENT || who == Who.USER))
                && !(left != Left.FAR && !hasClock)
                // A principal that does not exist yet has no access.
                && !(grant != Grant.NONE && who == Who.SYSTEM && found == Found.ABSENT)
                && !(grant != Grant.NONE && found == Found.WAITING)
                && !(grant == Grant.NONE && found == Found.HEALTHY)
                && !(grant == Grant.BY_SOMEBODY && model == Model.POLICY)
                && !(guard == Guard.CONSENT_ELSEWHERE && job != Job.AUTHORIZE)
                && !(job.isChange() && (found != Found.HEALTHY || grant != Grant.EFFECTIVE))
                && !(rival == Rival.OTHER_KEY && (job == Job.AUTHORIZE || job.isChange()));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(job + " " + who + " " + model);
        if (guard != Guard.PROTECTED) {
            text.append(" vault ").append(guard);
        }
        if (grant != Grant.NONE) {
            text.append(" granted ").append(grant);
        }
        text.append(" resource ").append(found);
        if (key != Key.USABLE) {
            text.append(" key ").append(key);
        }
        if (left != Left.FAR) {
            text.append(" deadline ").append(left);
        }
        if (rival != Rival.NONE) {
            text.append(" rival ").append(rival);
        }
        return text.append(isApproved ? " approved plan" : "").toString();
    }
}
