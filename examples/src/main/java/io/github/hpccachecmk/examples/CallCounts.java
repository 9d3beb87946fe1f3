package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.azure.CallListener;
import io.github.hpccachecmk.azure.RemoteCall;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts remote calls by operation. Thread-safe. */
final class CallCounts implements CallListener {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public void called(RemoteCall call) {
        counts.merge(call.operation(), 1, Integer::sum);
    }

    Map<String, Integer> soFar() {
        return new TreeMap<>(counts);
    }
}
