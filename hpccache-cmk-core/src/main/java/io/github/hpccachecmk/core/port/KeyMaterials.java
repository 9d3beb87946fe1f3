package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.KeyImport;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The client's own source of key material, asked without letting anything out. Thread-safe; makes no remote call. */
public final class KeyMaterials {
    private final KeyMaterialSource source;
    private final InstantSource clock;

    /**
     * Parameters.
     *
     * @param source whom to ask
     * @param clock the time of its answers
     */
    public KeyMaterials(KeyMaterialSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * What is there under the name; nothing of the material itself.
     *
     * @throws RemoteException when the source fails
     */
    public Answer<Optional<MaterialSnapshot>> look(KeyImport wanted) {
        var found = find(wanted).map(material -> new MaterialSnapshot(material.form(), material.size()));
        return new Answer<>(found, clock.instant());
    }

    /**
     * The material, to be sent at once.
     *
     * @throws RemoteException when the source fails or has none of this name and form
     */
    public ImportMaterial get(KeyImport wanted) {
        return find(wanted)
                .filter(material -> material.form() == wanted.form())
                .orElseThrow(() -> failed(wanted, "the source has no material of this name and form"));
    }

    private Optional<ImportMaterial> find(KeyImport wanted) {
        try {
            return source.find(wanted.material());
        } catch (RuntimeException failure) {
            // Its message stays out of what is shown: the source's author may have put anything in it.
            throw failed(wanted, "the source failed with " + failure.getClass().getName());
        }
    }

    private RemoteException failed(KeyImport wanted, String words) {
        return new RemoteException(new RemoteFailure(
                PortOperation.IMPORT_KEY,
                "key material " + wanted.material(),
                Delivery.NOT_SENT,
                0,
                "",
                words,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                clock.instant()));
    }
}
