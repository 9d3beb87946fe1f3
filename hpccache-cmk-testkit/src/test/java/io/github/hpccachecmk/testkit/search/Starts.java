package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.search.Sketch.Found;
import io.github.hpccachecmk.testkit.search.Sketch.Grant;
import io.github.hpccachecmk.testkit.search.Sketch.Guard;
import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Left;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Rival;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The situations from which searches start and lives begin. */
final class Starts {
    private Starts() {}

    /** Job, identity and access model in every combination that exists, all else plain. */
    static List<Sketch> plain() {
        var plain = new ArrayList<Sketch>();
        for (var job : Job.values()) {
            for (var who : Who.values()) {
                for (var model : Model.values()) {
                    plain.add(Sketch.of(job, who, model));
                }
            }
        }
        return plain.stream().filter(Sketch::isPossible).toList();
    }

    /** As {@link #plain}, with every resource found in every state of access, and each other trait changed alone. */
    static List<Sketch> all() {
        Set<Sketch> all = new LinkedHashSet<>(plain());
        for (var sketch : plain()) {
            for (var found : Found.values()) {
                for (var grant : Grant.values()) {
                    all.add(sketch.with(found).with(grant));
                }
            }
            for (var guard : Guard.values()) {
                all.add(sketch.with(guard));
            }
            for (var key : Sketch.Key.values()) {
                all.add(sketch.with(key));
            }
            for (var left : Left.values()) {
                all.add(sketch.with(left));
                all.add(sketch.with(Found.WAITING).with(left));
            }
            all.add(sketch.approved());
        }
        return all.stream().filter(Sketch::isPossible).toList();
    }

    /** Two orchestrators on one name. */
    static List<Sketch> rivals() {
        var rivals = new ArrayList<Sketch>();
        for (var sketch : plain()) {
            rivals.add(sketch.with(Rival.SAME_REQUEST));
            rivals.add(sketch.with(Rival.OTHER_KEY));
        }
        return rivals.stream().filter(Sketch::isPossible).toList();
    }
}
