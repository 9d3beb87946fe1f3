package io.github.hpccachecmk.core.run;

/** A task that must learn when it will never be run, since somebody waits for what it would have done. */
interface Abandonable extends Runnable {
    /** Called instead of {@link #run()} once the threads that would have run it are shut down. */
    void abandon();
}
