package io.github.hpccachecmk.testkit.world.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of the data plane in pages, and what a deleted key does to its name. */
class DataListsTest {
    private static final String HOST = "contoso-cmk.vault.azure.net";

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.of("accessPolicies", List.of(Scene.policy(Scene.OWNER_ID, "all"))));
    }

    private WireResponse call(String method, String path, Map<String, String> query, @Nullable Doc body) {
        Map<String, String> all = new HashMap<>(query);
        all.put("api-version", "7.6");
        return scene.send(new WireRequest(method, HOST, path, all, Map.of(), body, Scene.OWNER));
    }

    private void create(String key) {
        assertThat(call("POST", "/keys/" + key + "/create", Map.of(), Doc.of("kty", "RSA"))
                        .status())
                .isEqualTo(200);
    }

    /** The {@code kid}s of all pages. */
    private List<String> pages(String path, String size) {
        List<String> ids = new ArrayList<>();
        WireResponse page = call("GET", path, Map.of("maxresults", size), null);
        while (true) {
            page.document()
                    .objects("value")
                    .forEach(item -> ids.add(item.text("kid").orElse("")));
            if (!page.document().has("nextLink")) {
                return ids;
            }
            WireAddress next = WireAddress.of(page.document().text("nextLink").orElseThrow());
            assertThat(next.host()).isEqualTo(HOST);
            page = call("GET", next.path(), next.query(), null);
        }
    }

    @Test
    void versions_arePagedAndEachIsSeenOnce() {
        for (int i = 0; i < 5; i++) {
            create("disk");
        }
        List<String> ids = pages("/keys/disk/versions", "2");

        assertThat(ids).hasSize(5);
        assertThat(new HashSet<>(ids)).hasSize(5);
    }

    @Test
    void deletedKeys_arePagedAndNoLongerAmongTheLiving() {
        for (String key : List.of("one", "two", "three")) {
            create(key);
            call("DELETE", "/keys/" + key, Map.of(), null);
        }

        assertThat(pages("/deletedkeys", "2")).hasSize(3);
        assertThat(pages("/keys", "2")).isEmpty();
    }

    @Test
    void nameOfADeletedKey_takesNeitherANewKeyNorANewVersion() {
        create("disk");
        call("DELETE", "/keys/disk", Map.of(), null);

        assertThat(call("POST", "/keys/disk/create", Map.of(), Doc.of("kty", "RSA"))
                        .document()
                        .text("error.innererror.code"))
                .contains("ObjectIsDeletedButRecoverable");
        assertThat(call("POST", "/keys/disk/rotate", Map.of(), null).status()).isEqualTo(404);
        assertThat(scene.put(Scene.VAULT + "/keys/disk", Scene.VAULTS, Doc.of("properties", Doc.of("kty", "RSA")))
                        .status())
                .isEqualTo(409);
        assertThat(call("POST", "/deletedkeys/disk/recover", Map.of(), null).status())
                .isEqualTo(200);
        assertThat(call("POST", "/deletedkeys/disk/recover", Map.of(), null).status())
                .isEqualTo(404);
        assertThat(call("POST", "/keys/disk/rotate", Map.of(), null).status()).isEqualTo(200);
    }
}
