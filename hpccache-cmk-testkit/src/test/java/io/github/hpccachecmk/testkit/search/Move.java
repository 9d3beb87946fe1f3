package io.github.hpccachecmk.testkit.search;

/** One move of a search: a value, so that a path can be played again. */
sealed interface Move {
    /**
     * A pass.
     *
     * @param actor whose
     * @param isForgetful by a new process that remembers nothing
     * @param call which call is struck, from 0
     * @param strike by what
     * @param somebody what somebody changes just before that call, where the strike says so
     */
    record Pass(int actor, boolean isForgetful, int call, Strike strike, Interference somebody) implements Move {
        static Pass plain(int actor, boolean isForgetful) {
            return new Pass(actor, isForgetful, -1, Strike.NOTHING, Interference.KEY_DISABLED);
        }

        Pass struck(int at, Strike by) {
            return new Pass(actor, isForgetful, at, by, somebody);
        }

        Pass struck(int at, Interference by) {
            return new Pass(actor, isForgetful, at, Strike.SOMEBODY_FIRST, by);
        }

        @Override
        public String toString() {
            var who = "process " + (actor + 1) + (isForgetful ? ", new and without memory," : "") + " makes a pass";
            return switch (strike) {
                case NOTHING -> who;
                case SOMEBODY_FIRST -> who + "; just before call " + (call + 1) + " somebody: " + somebody;
                default -> who + "; call " + (call + 1) + ": " + strike;
            };
        }
    }

    /** A change of the world that was to come. */
    record Fires(int index, String what) implements Move {
        @Override
        public String toString() {
            return "it happens: " + what;
        }
    }

    /** A request whose effect was late. */
    record Lands(int index) implements Move {
        @Override
        public String toString() {
            return "the late effect of an earlier write lands";
        }
    }

    /** Somebody else changes something. */
    record Interferes(Interference what) implements Move {
        @Override
        public String toString() {
            return "somebody: " + what;
        }
    }

    /** Time passes to the next change that only time brings: the 90 minutes, say. */
    record TimePasses(String until) implements Move {
        @Override
        public String toString() {
            return "time passes until " + until;
        }
    }
}
