package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Route;
import io.github.hpccachecmk.testkit.world.Route.Effect;
import io.github.hpccachecmk.testkit.world.access.KeyAction;
import java.util.List;

/** The rows of the data plane. The first that matches serves, so paths with more literals come first. */
final class DataRoutes {
    private static final String KEY = "/keys/{key}";
    private static final String VERSION = KEY + "/{version}";
    private static final String DELETED = "/deletedkeys/{key}";

    private DataRoutes() {}

    static List<Route> rows() {
        RsaCrypto crypto = new RsaCrypto();
        DataKeyHandlers keys = new DataKeyHandlers(crypto);
        DataDeletedHandlers deleted = new DataDeletedHandlers(crypto);
        DataCryptoHandlers use = new DataCryptoHandlers(crypto);
        return List.of(
                read("/keys", "DATA_LIST_KEYS", KeyAction.LIST, keys::list),
                write("POST", KEY + "/create", "DATA_CREATE_KEY", KeyAction.CREATE, keys::create)
                        .observed("Azure/azure-cli disk encryption set tests, 2022"),
                write("POST", KEY + "/rotate", "ROTATE_KEY", KeyAction.ROTATE, keys::rotate),
                read(KEY + "/versions", "DATA_LIST_KEY_VERSIONS", KeyAction.LIST, keys::listVersions),
                read(
                        KEY + "/rotationpolicy",
                        "GET_ROTATION_POLICY",
                        KeyAction.GET_ROTATION_POLICY,
                        keys::getRotationPolicy),
                write(
                        "PUT",
                        KEY + "/rotationpolicy",
                        "SET_ROTATION_POLICY",
                        KeyAction.SET_ROTATION_POLICY,
                        keys::putRotationPolicy),
                read(KEY, "READ_KEY", KeyAction.READ, keys::get),
                read(VERSION, "READ_KEY", KeyAction.READ, keys::get),
                write("PUT", KEY, "IMPORT_KEY", KeyAction.IMPORT, keys::importKey),
                write("PATCH", KEY, "DATA_UPDATE_KEY", KeyAction.UPDATE, keys::update),
                write("PATCH", VERSION, "UPDATE_KEY_VERSION", KeyAction.UPDATE, keys::update),
                Route.vault(
                        "DELETE",
                        KEY,
                        "DATA_DELETE_KEY",
                        Effect.DELETE,
                        DataPlane.guarded(KeyAction.DELETE, deleted::delete)),
                use(KEY + "/wrapkey", "DATA_WRAP_KEY", KeyAction.WRAP, use.wrapKey()),
                use(VERSION + "/wrapkey", "DATA_WRAP_KEY", KeyAction.WRAP, use.wrapKey()),
                use(KEY + "/unwrapkey", "DATA_UNWRAP_KEY", KeyAction.UNWRAP, use.unwrapKey()),
                use(VERSION + "/unwrapkey", "DATA_UNWRAP_KEY", KeyAction.UNWRAP, use.unwrapKey()),
                use(KEY + "/encrypt", "DATA_ENCRYPT", KeyAction.ENCRYPT, use.encrypt()),
                use(VERSION + "/encrypt", "DATA_ENCRYPT", KeyAction.ENCRYPT, use.encrypt()),
                use(KEY + "/decrypt", "DATA_DECRYPT", KeyAction.DECRYPT, use.decrypt()),
                use(VERSION + "/decrypt", "DATA_DECRYPT", KeyAction.DECRYPT, use.decrypt()),
                read("/deletedkeys", "DATA_LIST_DELETED_KEYS", KeyAction.LIST, deleted::list),
                read(DELETED, "READ_DELETED_KEY", KeyAction.READ, deleted::get),
                write("POST", DELETED + "/recover", "RECOVER_KEY", KeyAction.RECOVER, deleted::recover),
                Route.vault(
                        "DELETE",
                        DELETED,
                        "DATA_PURGE_KEY",
                        Effect.DELETE,
                        DataPlane.guarded(KeyAction.PURGE, deleted::purge)));
    }

    private static Route read(String path, String operation, KeyAction action, DataPlane.Served served) {
        return Route.vault("GET", path, operation, Effect.READ, DataPlane.guarded(action, served));
    }

    private static Route write(
            String method, String path, String operation, KeyAction action, DataPlane.Served served) {
        return Route.vault(method, path, operation, Effect.WRITE, DataPlane.guarded(action, served));
    }

    /** Using a key changes nothing. */
    private static Route use(String path, String operation, KeyAction action, DataPlane.Served served) {
        return Route.vault("POST", path, operation, Effect.READ, DataPlane.guarded(action, served));
    }
}
