/** Requests, ids, reports, errors and the service interface. Needs nothing at run time. */
module io.github.hpccachecmk.api {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.hpccachecmk;
    exports io.github.hpccachecmk.audit;
    exports io.github.hpccachecmk.error;
    exports io.github.hpccachecmk.inspection;
    exports io.github.hpccachecmk.model;
    exports io.github.hpccachecmk.report;
    exports io.github.hpccachecmk.request;
}
