package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Doc;
import java.util.Optional;

/** The encryption settings inside of a document, of a resource or of a request. */
final class Encryption {
    static final String SETTINGS = "properties.encryptionSettings";
    static final String KEY = SETTINGS + ".keyEncryptionKey";
    static final String KEY_URL = KEY + ".keyUrl";
    static final String SOURCE_VAULT = KEY + ".sourceVault.id";
    static final String FLAG = SETTINGS + ".rotationToLatestKeyVersionEnabled";

    private Encryption() {}

    static Optional<String> keyUrl(Doc document) {
        return document.text(KEY_URL).filter(url -> !url.isEmpty());
    }
}
