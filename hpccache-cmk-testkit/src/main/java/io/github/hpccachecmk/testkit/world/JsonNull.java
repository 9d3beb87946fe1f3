package io.github.hpccachecmk.testkit.world;

/** JSON's null as a value, so that documents hold no Java null: role assignments are answered with such members. */
public enum JsonNull {
    /** The value. */
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
