package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdPropertyTest {
    private static final List<Function<String, ?>> PARSERS = List.of(
            ResourceId::parse,
            ResourceGroupId::parse,
            TargetId::parse,
            CacheId::parse,
            FileSystemId::parse,
            VaultId::parse,
            SubnetId::parse,
            UserAssignedIdentityId::parse,
            KeyUrl::parse,
            text -> KeyUrl.parse(text, Cloud.CHINA),
            PrincipalId::of,
            TenantId::of,
            HealthState::of,
            ProvisioningState::of,
            Authorizer::someoneElse);

    @Property
    void anyText_isParsedOrRefusedAsInvalidInput(@ForAll String text) {
        PARSERS.forEach(parser -> assertParsedOrRefused(parser, text));
    }

    @Property
    void nearlyLegalText_isParsedOrRefusedAsInvalidInput(
            @ForAll("legalTexts") String legal, @ForAll("snippets") String snippet, @ForAll int seed) {
        int at = Math.floorMod(seed, legal.length() + 1);
        String text = legal.substring(0, at) + snippet + legal.substring(at);
        PARSERS.forEach(parser -> assertParsedOrRefused(parser, text));
    }

    @Property
    void parsedResourceId_isTheParseOfItsText(@ForAll("resourceIds") String text) {
        ResourceId id = ResourceId.parse(text);
        assertThat(ResourceId.parse(id.toString())).isEqualTo(id).hasToString(text);
        assertThat(ResourceId.parse(text.toUpperCase(Locale.ROOT)))
                .isEqualTo(id)
                .hasSameHashCodeAs(id);
        assertThat(ResourceId.parse(id.canonical())).isEqualTo(id);
    }

    @Property
    void parsedKeyUrl_isTheParseOfItsText(@ForAll("keyUrls") String text) {
        KeyUrl url = KeyUrl.parse(text);
        assertThat(KeyUrl.parse(url.toString())).isEqualTo(url).hasToString(url.toString());
        assertThat(url.toString()).isEqualTo(text);
        assertThat(KeyUrl.parse(text + "/")).isEqualTo(url);
        assertThat(KeyUrl.parse(text, url.cloud())).isEqualTo(url);
    }

    private static void assertParsedOrRefused(Function<String, ?> parser, String text) {
        Optional<Object> parsed = parse(parser, text);
        parsed.ifPresent(value -> assertThat(parser.apply(value.toString())).isEqualTo(value));
    }

    private static Optional<Object> parse(Function<String, ?> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).contains("legal is: ").doesNotContain("\n", "\r", "\u001b");
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> legalTexts() {
        return Arbitraries.oneOf(resourceIds(), keyUrls());
    }

    @Provide
    Arbitrary<String> snippets() {
        return Arbitraries.of(
                "", "/", "//", "..", "/../", "%2f", "%", "?", "#", "@", ":", ":443", "\\", " ", "\n", "\u0000",
                "\u202e", "\u043e", "keys", "http://", "-", ".", "\ud800");
    }

    @Provide
    Arbitrary<String> resourceIds() {
        Arbitrary<String> name = names(1, 30);
        Arbitrary<String> type = Arbitraries.of(
                "Microsoft.KeyVault/vaults", "Microsoft.StorageCache/caches", "Microsoft.StorageCache/amlFilesystems");
        return Combinators.combine(hex(8), name, type, name)
                .as((id, group, full, last) -> "/subscriptions/" + id + "-2222-3333-4444-555555555555/resourceGroups/"
                        + group + "/providers/" + full + "/" + last);
    }

    @Provide
    Arbitrary<String> keyUrls() {
        Arbitrary<String> vault =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(24);
        Arbitrary<Cloud> cloud = Arbitraries.of(Cloud.class);
        Arbitrary<String> version = hex(32).map(text -> "/" + text);
        return Combinators.combine(vault, cloud, names(1, 127), Arbitraries.oneOf(Arbitraries.just(""), version))
                .as((host, of, name, tail) -> "https://" + host + "." + of.vaultSuffix() + "/keys/" + name + tail);
    }

    private static Arbitrary<String> names(int shortest, int longest) {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('-')
                .ofMinLength(shortest)
                .ofMaxLength(longest);
    }

    private static Arbitrary<String> hex(int length) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(length);
    }
}
