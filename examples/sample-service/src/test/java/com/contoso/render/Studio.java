package com.contoso.render;

import io.github.hpccachecmk.testkit.FakeAzure;

/** What the tests begin with: a vault with a key, an identity and a subnet. */
final class Studio {
    static final String VAULT = "contoso-cmk";
    static final String KEY = "scratch";

    private Studio() {}

    static RenderFarm.Place in(FakeAzure azure) {
        azure.vault(VAULT).purgeProtection(true).withRsaKey(KEY, 2048);
        return new RenderFarm.Place(
                azure.subscription(),
                FakeAzure.DEFAULT_GROUP,
                azure.subnet("lustre", "10.3.1.0/24"),
                azure.identity("scratch-identity").id(),
                azure.vault(VAULT).id(),
                azure.keyUrl(VAULT, KEY));
    }
}
