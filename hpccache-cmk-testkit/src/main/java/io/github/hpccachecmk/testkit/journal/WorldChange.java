package io.github.hpccachecmk.testkit.journal;

import java.time.Instant;

/**
 * One thing about one resource that became different.
 *
 * @param at the virtual time at which it was noticed: changes that services make by themselves are carried out when somebody
 *     looks next
 * @param cause {@code call 12} for the call with that number in the journal, {@code script} for the test, {@code service} for
 *     what a service did by itself, {@code late call} for a request whose effect was put off by a fault
 * @param id the ARM id of the resource
 * @param what which member, in a word; {@code resource} for the whole one
 * @param before its value before; empty without
 * @param after its value afterwards; empty without
 */
public record WorldChange(Instant at, String cause, String id, String what, String before, String after) {}
