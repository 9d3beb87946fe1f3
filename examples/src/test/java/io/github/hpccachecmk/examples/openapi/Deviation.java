package io.github.hpccachecmk.examples.openapi;

/**
 * Something that a document does not say, or says otherwise.
 *
 * @param key operation, side, place and kind: the same for every occurrence
 * @param detail one occurrence
 */
record Deviation(String key, String detail) {}
