package io.github.hpccachecmk.testkit.world;

/**
 * A resource: the document as it was written, and beside it what the service knows and does not show as such.
 *
 * @param id the ARM id in the spelling of the create
 * @param document what is stored; a handler renders the answer from it and the state
 * @param state the typed behaviour state
 */
public record Resource(String id, Doc document, ResourceState state) {
    /** This resource with another document. */
    public Resource with(Doc changed) {
        return new Resource(id, changed, state);
    }

    /** This resource with another state. */
    public Resource with(ResourceState changed) {
        return new Resource(id, document, changed);
    }

    /** The last segment of the id. */
    public String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
