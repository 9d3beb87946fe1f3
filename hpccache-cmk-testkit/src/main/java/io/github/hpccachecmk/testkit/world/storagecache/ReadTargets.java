package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Locale;

/** GET and lists of caches and file systems. */
final class ReadTargets {
    /** The service's own page size is not public; recorded lists of a few come in one page. */
    private static final int LARGEST_PAGE = 100;

    private ReadTargets() {}

    /** One resource: the group's name in the caller's spelling, as seen in recorded traffic. */
    static Step get(Kind kind, World world, Call call) {
        return world.resource(call.id())
                .filter(resource -> resource.state() instanceof TargetState)
                .map(resource ->
                        new TargetView(world, call.apiVersion(), call.decisions()).show(resource, call.param("group")))
                .map(shown -> Step.of(world, WireResponse.of(200, shown)))
                .orElseGet(() -> Step.of(world, notFound(kind, call)));
    }

    /** All of a group or subscription: the group's name in capitals inside of the id, as seen in recorded traffic. */
    static Step list(Kind kind, World world, Call call) {
        String group = call.parameters().get("group");
        String scope =
                "/subscriptions/" + call.param("subscription") + (group == null ? "" : "/resourceGroups/" + group);
        TargetView view = new TargetView(world, call.apiVersion(), call.decisions());
        List<Doc> shown = world.below(scope, kind.type())
                .map(resource -> view.show(resource, groupOf(resource).toUpperCase(Locale.ROOT)))
                .toList();
        return Step.of(world, Paging.page(call, shown, "$top", LARGEST_PAGE));
    }

    private static String groupOf(Resource resource) {
        return resource.id().split("/", -1)[4];
    }

    static WireResponse notFound(Kind kind, Call call) {
        return ArmErrors.resourceNotFound(kind.type(), call.param("name"), call.param("group"));
    }
}
