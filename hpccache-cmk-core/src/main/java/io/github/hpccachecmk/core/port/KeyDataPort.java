package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyUrl;
import java.util.Optional;

/** Keys on the data plane, for what only it can tell. The caller's token goes to the vault named by ARM, nowhere else. */
public interface KeyDataPort {
    /** {@link PortOperation#READ_KEY}: the version named, else the newest; empty on 404. */
    Answer<Optional<KeySnapshot>> read(CallContext context, KeyUrl key);

    /** {@link PortOperation#READ_DELETED_KEY}: whether the key is in deleted state; empty on 404. */
    Answer<Optional<DeletedKey>> readDeleted(CallContext context, KeyUrl key);

    /**
     * {@link PortOperation#IMPORT_KEY}: makes a new version every time. The material is asked of the client's source.
     *
     * @throws RemoteException also when the source has none
     */
    Answer<KeySnapshot> importKey(CallContext context, KeyImportSpec spec);

    /** {@link PortOperation#ROTATE_KEY}: makes a new version like the newest, every time. */
    Answer<KeySnapshot> rotate(CallContext context, KeyUrl key);

    /** {@link PortOperation#UPDATE_KEY_VERSION}: of the version named; what the update leaves out stays. */
    Answer<KeySnapshot> updateVersion(CallContext context, KeyUrl version, KeyVersionUpdate update);

    /** {@link PortOperation#RECOVER_KEY}: from deleted state, with all versions; the answer is its newest version. */
    Answer<KeyUrl> recover(CallContext context, KeyUrl key);

    /** {@link PortOperation#GET_ROTATION_POLICY}: of all versions of a key; empty on 404. */
    Answer<Optional<RotationSnapshot>> rotation(CallContext context, KeyUrl key);

    /** {@link PortOperation#SET_ROTATION_POLICY}: the whole policy. */
    Answer<RotationSnapshot> setRotation(CallContext context, KeyUrl key, RotationSnapshot policy);
}
