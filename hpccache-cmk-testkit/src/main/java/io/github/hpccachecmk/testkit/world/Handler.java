package io.github.hpccachecmk.testkit.world;

/** What a service does for one kind of call: a pure function. */
@FunctionalInterface
public interface Handler {
    /** The world after the call, and the answer. A refusal returns the world unchanged. */
    Step handle(World world, Call call);
}
