package io.github.hpccachecmk.core.failure;

/** What a flow does about a failure. */
public enum Treatment {
    /** Wait and send the same call again: propagation, another operation in progress, a read that got no answer. */
    RESEND_LATER,
    /** The write may have taken effect (time-out, reset, 5xx): observe before sending it again. */
    LOOK_FIRST,
    /** Somebody else wrote in between, or one answer is not to be believed: read again, after a jittered pause. */
    RE_READ,
    /** Everything that shares the budget waits as long as the service asked; no attempt is counted. */
    SLOW_DOWN,
    /** What the write wanted exists already under another name: look it up. */
    ALREADY_THERE,
    /** Somebody must act; the same call may succeed afterwards. */
    ACT_FIRST,
    /** The caller's own data-plane call was refused: read the same on the control plane, where it is there. */
    USE_CONTROL_PLANE,
    /** The same request cannot succeed. */
    TERMINAL
}
