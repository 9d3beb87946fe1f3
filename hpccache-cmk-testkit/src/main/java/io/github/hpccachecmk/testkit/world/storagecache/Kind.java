package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.Change;
import java.util.regex.Pattern;

/** The two kinds of resource. Names and versions: the REST specification of Microsoft.StorageCache. */
public enum Kind {
    /** HPC Cache. */
    CACHE("caches", "^[-0-9a-zA-Z_]{1,80}$", Change.CACHE_DELETED),
    /** Azure Managed Lustre. */
    FILE_SYSTEM("amlFilesystems", "^[0-9a-zA-Z][-0-9a-zA-Z_]{0,78}[0-9a-zA-Z]$", Change.FILE_SYSTEM_DELETED);

    static final ApiVersions VERSIONS = ApiVersions.of(
            "Microsoft.StorageCache",
            "caches",
            "2019-11-01",
            "2020-03-01",
            "2020-10-01",
            "2021-03-01",
            "2021-05-01",
            "2021-09-01",
            "2022-01-01",
            "2022-05-01",
            "2023-01-01",
            "2023-05-01",
            "2023-11-01-preview",
            "2024-03-01",
            "2024-07-01",
            "2025-07-01",
            "2026-01-01");

    private final String segment;
    private final Pattern name;
    private final Change deleted;

    Kind(String segment, String name, Change deleted) {
        this.segment = segment;
        this.name = Pattern.compile(name);
        this.deleted = deleted;
    }

    String segment() {
        return segment;
    }

    String type() {
        return "Microsoft.StorageCache/" + segment;
    }

    String right(String verb) {
        return type() + "/" + verb;
    }

    /** The member of {@code properties} that names the subnet. */
    String subnetMember() {
        return this == CACHE ? "subnet" : "filesystemSubnet";
    }

    Pattern namePattern() {
        return name;
    }

    Change deletedChange() {
        return deleted;
    }

    ApiVersions versions() {
        return this == CACHE ? VERSIONS : VERSIONS.forType(segment).since("2023-05-01");
    }
}
