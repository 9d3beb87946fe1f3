package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;

/** The resource provider is registered; it is never registered silently. */
final class ProviderRegisteredRule extends OfferRule<ProviderSnapshot> {
    static final String NAMESPACE = "Microsoft.StorageCache";

    ProviderRegisteredRule() {
        super(
                "provider.registered",
                "The resource provider Microsoft.StorageCache is registered in the subscription. WARNING while it registers,"
                        + " else BLOCKING.",
                Articles.PROVIDERS);
    }

    @Override
    FactKey<ProviderSnapshot> key(CreateRequest create) {
        return providerKey(create);
    }

    @Override
    Finding judge(CreateRequest create, ProviderSnapshot provider) {
        var state = provider.registrationState();
        if (state.equalsIgnoreCase("Registered")) {
            return ok(subject(create), "Microsoft.StorageCache is registered in the subscription.");
        }
        return state.equalsIgnoreCase("Registering")
                ? warning(
                        subject(create),
                        "Microsoft.StorageCache is being registered in the subscription; it must be Registered.",
                        "Wait until it is registered.")
                : blocking(
                        subject(create),
                        ErrorCode.PROVIDER_NOT_REGISTERED,
                        "Microsoft.StorageCache is " + quoted(state) + " in the subscription; it must be Registered.",
                        "Register it: az provider register --namespace " + NAMESPACE + " --subscription "
                                + create.target().subscription());
    }

    @Override
    Object subject(CreateRequest create) {
        return "/subscriptions/" + create.target().subscription() + "/providers/" + NAMESPACE;
    }

    static FactKey.Provider providerKey(CreateRequest create) {
        return new FactKey.Provider(create.target().subscription(), NAMESPACE);
    }
}
