package io.github.hpccachecmk.examples.openapi;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The OpenAPI documents of the services, found through the system property {@code cmk.spec.dir}. */
final class Spec {
    static final String ARM_HOST = "management.azure.com";

    private static final String PROVIDERS = "specification/%s/resource-manager/%s/stable/%s/%s";
    private final Path directory;
    private final SpecNode.Documents documents = new SpecNode.Documents();
    private final NewerMembers newer;
    private final List<SpecOperation> operations;

    private Spec(Path directory) {
        this.directory = directory;
        this.newer = NewerMembers.in(directory);
        this.operations = Stream.of(
                        PROVIDERS.formatted(
                                "storagecache", "Microsoft.StorageCache", "2024-03-01", "storagecache.json"),
                        PROVIDERS.formatted(
                                "storagecache", "Microsoft.StorageCache", "2024-03-01", "amlfilesystem.json"),
                        PROVIDERS.formatted("keyvault", "Microsoft.KeyVault", "2023-07-01", "keyvault.json"),
                        PROVIDERS.formatted("keyvault", "Microsoft.KeyVault", "2023-07-01", "keys.json"),
                        "specification/keyvault/data-plane/Microsoft.KeyVault/stable/7.5/keys.json",
                        PROVIDERS.formatted(
                                "authorization",
                                "Microsoft.Authorization",
                                "2022-04-01",
                                "authorization-RoleAssignmentsCalls.json"),
                        PROVIDERS.formatted(
                                "authorization",
                                "Microsoft.Authorization",
                                "2022-04-01",
                                "authorization-RoleDefinitionsCalls.json"),
                        PROVIDERS.formatted("msi", "Microsoft.ManagedIdentity", "2023-01-31", "ManagedIdentity.json"),
                        PROVIDERS.formatted(
                                "resourcegraph", "Microsoft.ResourceGraph", "2022-10-01", "resourcegraph.json"))
                .map(directory::resolve)
                .map(documents::open)
                .flatMap(document -> SpecOperation.of(document).stream())
                .sorted(Comparator.comparingLong(SpecOperation::literals).reversed())
                .toList();
    }

    /** The documents; the calling test is skipped when the build was not given them. */
    static Spec givenOrSkip() {
        String directory = System.getProperty("cmk.spec.dir", "");
        Assumptions.assumeFalse(
                directory.isEmpty(),
                "the services' OpenAPI documents are not part of this project: "
                        + "give their folder with -Dcmk.spec.dir=<folder of 'specification' and 'newest'>");
        return new Spec(Path.of(directory));
    }

    List<SpecOperation> operations() {
        return operations;
    }

    /** The operation that describes a call best; empty when no document does. */
    Optional<SpecOperation> operation(String host, String method, String path) {
        return operations.stream()
                .filter(one -> one.isVault() != host.equals(ARM_HOST)
                        && one.method().equals(method)
                        && one.literals() > 1
                        && one.pattern().matcher(path).matches())
                .findFirst();
    }

    /** What the newest version of Microsoft.StorageCache has beyond the documents. */
    NewerMembers newer() {
        return newer;
    }

    /** What Resource Manager promises of errors that an operation does not describe. */
    SpecNode errorSchema() {
        return documents
                .open(directory.resolve("specification/common-types/resource-management/v3/types.json"))
                .get("definitions")
                .get("ErrorResponse");
    }
}
