package io.github.hpccachecmk.testkit.search;

/**
 * How far a search goes from each start.
 *
 * @param faults faults of network and services on one path
 * @param lies reads answered with what is not so, on one path; each is a fault, too
 * @param interferences changes by somebody else on one path
 * @param depth moves on one path
 * @param states states of one start; a search that comes to more is cut off and says so
 */
record Bounds(int faults, int lies, int interferences, int depth, int states) {}
