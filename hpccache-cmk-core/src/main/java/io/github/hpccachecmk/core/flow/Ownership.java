package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.policy.Regions;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an existing resource is the one that this request's create makes: it was sent by this flow, or it has everything
 * that the create would send. A PUT goes over no other. Pure.
 */
final class Ownership {
    private Ownership() {}

    static boolean isOurs(TargetView view) {
        if (view.memory().createSentAt().isPresent()) {
            return true;
        }
        return view.create()
                .flatMap(request -> view.target().map(target -> hasAll(target, Specs.of(request))))
                .orElse(false);
    }

    private static boolean hasAll(TargetSnapshot target, TargetSpec spec) {
        return target.location()
                        .filter(place -> Regions.same(place, spec.location()))
                        .isPresent()
                && target.sku().filter(spec.sku()::equalsIgnoreCase).isPresent()
                && Set.copyOf(target.userAssigned())
                        .equals(Set.copyOf(spec.identity().userAssigned()))
                && isWithin(spec.properties(), target.document().get("properties"));
    }

    /** Whether what was sent shows in what is there: ids without case, 16 and 16.0 alike, further members ignored. */
    private static boolean isWithin(@Nullable Object sent, @Nullable Object shown) {
        if (sent instanceof Map<?, ?> wanted) {
            return shown instanceof Map<?, ?> found
                    && wanted.entrySet().stream()
                            .allMatch(entry -> isWithin(entry.getValue(), found.get(entry.getKey())));
        }
        if (sent instanceof Number wanted) {
            return shown instanceof Number found && wanted.doubleValue() == found.doubleValue();
        }
        if (sent instanceof List<?> wanted) {
            return wanted.equals(shown);
        }
        return sent != null && shown != null && sent.toString().equalsIgnoreCase(shown.toString());
    }
}
