package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.CacheId;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program has this module and nothing else, and the strictest compiler settings. */
class ConsumerCompileTest {
    private static final String PROGRAM = """
            package consumer;

            import io.github.hpccachecmk.error.InvalidInputException;
            import io.github.hpccachecmk.model.CacheId;
            import io.github.hpccachecmk.model.IrreversibleChange;
            import io.github.hpccachecmk.model.KeyUrl;
            import io.github.hpccachecmk.model.ManagedIdentity;
            import io.github.hpccachecmk.model.NetworkSettings;
            import io.github.hpccachecmk.model.SubnetId;
            import io.github.hpccachecmk.model.VaultId;
            import io.github.hpccachecmk.model.VaultProtection;
            import io.github.hpccachecmk.request.CmkRequest;
            import io.github.hpccachecmk.request.CreateEncryptedCache;
            import io.github.hpccachecmk.request.Requests;
            import java.util.Optional;
            import java.util.function.Function;
            import java.util.function.Supplier;

            /** Builds, stores and reads a request. */
            public final class Program implements Supplier<String> {
                @Override
                public String get() {
                    String subscription = "11111111-2222-3333-4444-555555555555";
                    VaultId vault = VaultId.of(subscription, "vault-rg", "contoso-cmk");
                    CreateEncryptedCache.Builder builder = CreateEncryptedCache.builder()
                            .cache(CacheId.of(subscription, "render-rg", "render-cache"))
                            .location("East US")
                            .sku("Standard_2G")
                            .cacheSizeGb(3072)
                            .subnet(SubnetId.of(subscription, "net-rg", "vnet", "storage"))
                            .identity(ManagedIdentity.systemAssigned())
                            .network(NetworkSettings.builder().mtu(1500).build())
                            .vault(vault)
                            .key(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef"))
                            .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)));
                    Optional.of("render").ifPresent(team -> builder.putTag("team", team));
                    Optional.of("Premium_5G").ifPresent(builder::sku);
                    CmkRequest<?> request = Requests.fromMap(builder.build().toMap());
                    Function<CacheId, String> name = CacheId::name;
                    try {
                        VaultId.parse("nonsense");
                        return "not refused";
                    } catch (InvalidInputException refused) {
                        if (request instanceof CreateEncryptedCache create) {
                            return name.apply(create.cache()) + " " + create.sku() + " " + create.location();
                        }
                        return "another kind";
                    }
                }
            }
            """;

    @Test
    void programOnTheClassPath_compilesWithoutWarningsAndRuns(@TempDir Path out) throws Exception {
        assertThat(compile(out, "-classpath", classes().toString())).isEmpty();
        assertThat(run(out)).isEqualTo("render-cache Premium_5G eastus");
    }

    @Test
    void programOnTheModulePath_compilesWithoutWarnings(@TempDir Path out) throws Exception {
        String module = "/** A user's program. */ module consumer { requires io.github.hpccachecmk.api; }";
        assertThat(compile(
                        out,
                        source("module-info", module),
                        "--module-path",
                        classes().toString()))
                .isEmpty();
        assertThat(out.resolve("module-info.class")).exists();
    }

    private static String compile(Path out, String... path) {
        return compile(out, null, path);
    }

    private static String compile(Path out, SimpleJavaFileObject module, String... path) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of(path));
        options.addAll(List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17", "-d", out.toString()));
        List<SimpleJavaFileObject> sources = new ArrayList<>(List.of(source("consumer/Program", PROGRAM)));
        if (module != null) {
            sources.add(module);
        }
        StringWriter messages = new StringWriter();
        boolean good =
                compiler.getTask(messages, null, null, options, null, sources).call();
        return good ? messages.toString() : "failed: " + messages;
    }

    private static String run(Path out) throws Exception {
        URL[] path = {out.toUri().toURL(), classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Object program =
                    loader.loadClass("consumer.Program").getConstructor().newInstance();
            return (String) ((Supplier<?>) program).get();
        }
    }

    private static Path classes() throws Exception {
        Path classes = Path.of(CacheId.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(Files.isDirectory(classes) || classes.toString().endsWith(".jar"))
                .isTrue();
        return classes;
    }

    private static SimpleJavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
