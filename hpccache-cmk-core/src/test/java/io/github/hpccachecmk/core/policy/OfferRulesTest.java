package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferRulesTest {
    private static List<Finding> provider(Rule rule, String state, Map<String, List<String>> locations) {
        return Given.request(Given.cache())
                .with(
                        new FactKey.Provider(SUBSCRIPTION, "Microsoft.StorageCache"),
                        new ProviderSnapshot("Microsoft.StorageCache", state, locations))
                .judgedBy(rule);
    }

    private static List<Finding> skus(Rule rule, CmkRequest<?> request, SkuOffer... offers) {
        return Given.request(request)
                .with(new FactKey.Skus(SUBSCRIPTION), SkuList.of(List.of(offers)))
                .judgedBy(rule);
    }

    private static SkuOffer offer(String name, String region, String sizes, String... restrictions) {
        return new SkuOffer("caches", name, List.of(region), Map.of("cache sizes(GB)", sizes), List.of(restrictions));
    }

    private static SkuOffer step(String step) {
        return new SkuOffer(
                "amlFilesystems",
                "AMLFS-Durable-Premium-250",
                List.of("eastus"),
                Map.of("capacity increment (TiB)", step, "durable", "True"),
                List.of());
    }

    private static List<Finding> usages(Usage... usages) {
        return Given.request(Given.cache())
                .with(new FactKey.Usages(SUBSCRIPTION, "eastus"), List.of(usages))
                .judgedBy(new TargetQuotaRule());
    }

    private static List<Finding> subnet(CmkRequest<?> request, String... prefixes) {
        return Given.request(request)
                .with(
                        new FactKey.Subnet(Given.SUBNET),
                        Optional.of(new SubnetSnapshot(Given.SUBNET, List.of(prefixes))))
                .judgedBy(new TargetSubnetRule());
    }

    @Test
    void providerRegistered_isOk() {
        assertOnly(provider(new ProviderRegisteredRule(), "registered", Map.of()))
                .isOk("Microsoft.StorageCache is registered in the subscription.")
                .isAbout("/subscriptions/" + SUBSCRIPTION + "/providers/Microsoft.StorageCache");
    }

    @Test
    void providerNotRegistered_blocksOrWarnsWhileItRegisters() {
        assertOnly(provider(new ProviderRegisteredRule(), "Registering", Map.of()))
                .isWarning("Microsoft.StorageCache is being registered in the subscription; it must be Registered.");
        assertOnly(provider(new ProviderRegisteredRule(), "NotRegistered", Map.of()))
                .isBlocking(
                        ErrorCode.PROVIDER_NOT_REGISTERED,
                        "Microsoft.StorageCache is 'NotRegistered' in the subscription; it must be Registered.")
                .hasRemedy("Register it: az provider register --namespace Microsoft.StorageCache --subscription "
                        + SUBSCRIPTION);
    }

    @Test
    void regionOfTheProvidersList_isOk() {
        assertOnly(provider(new TargetRegionRule(), "Registered", Map.of("caches", List.of("West Europe", "East US"))))
                .isOk("Region 'eastus' has Microsoft.StorageCache/caches.");
    }

    @Test
    void regionNotInTheProvidersList_blocksAndListsThem() {
        assertOnly(provider(new TargetRegionRule(), "Registered", Map.of("caches", List.of("West Europe", "UK South"))))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region 'eastus' does not have Microsoft.StorageCache/caches; these do: uksouth, westeurope.");
    }

    @Test
    void regionsNotTold_areUnknown() {
        assertOnly(provider(new TargetRegionRule(), "Registered", Map.of("amlfilesystems", List.of("East US"))))
                .isUnknown(
                        "The provider does not tell the regions of Microsoft.StorageCache/caches; region 'eastus' must be"
                                + " among them.");
    }

    private static List<Finding> byListOf2020(CmkRequest<?> request) {
        return RuleCatalogue.standard(PolicySettings.azure().with(RegionProfile.HPC_CACHE_MARCH_2020)).rules().stream()
                .filter(rule -> rule.id().equals("target.region"))
                .flatMap(rule -> Given.request(request).judgedBy(rule).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eastus", "East US", "South Central US", "southcentralus", "WestUS2", "West US 2"})
    void regionOfTheListOf2020_isOkHoweverSpelled(String region) {
        assertThat(byListOf2020(Given.cacheBuilder().location(region).build()))
                .extracting(Finding::severity)
                .containsExactly(Severity.OK);
    }

    @Test
    void regionNotInTheListOf2020_blocksAndListsIt() {
        assertOnly(byListOf2020(Given.cacheBuilder().location("West Europe").build()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region 'westeurope' is not in the list HPC_CACHE_MARCH_2020, which the rules were told to hold on to:"
                                + " eastus, southcentralus, westus2.")
                .hasRemedy("Choose a region from the list, for the vault too, or let the provider's own list count"
                        + " (RegionProfile.AS_REPORTED).");
    }

    @Test
    void fileSystemUnderTheListOf2020_isAskedOfItsProvider() {
        assertOnly(byListOf2020(Given.fileSystem())).isUnknown("Not checked: nobody has looked yet.");
    }

    @Test
    void skuOfferedAmongMixedSpellings_isOk() {
        assertOnly(skus(
                        new TargetSkuRule(),
                        Given.cache(),
                        offer("Standard_2G", "East US", "3072", "NotAvailableForSubscription"),
                        offer("standard_2g", "EastUS", "3072")))
                .isOk("The region offers the SKU.");
    }

    @Test
    void skuOfferedElsewhereOnly_blocksAndListsTheRegionsOwn() {
        assertOnly(skus(
                        new TargetSkuRule(),
                        Given.cache(),
                        offer("Standard_2G", "westus2", "3072"),
                        offer("Standard_8G", "eastus", "12288"),
                        offer("Standard_4G", "EastUS", "6144"),
                        offer("Standard_4G", "East US", "6144")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region 'eastus' does not offer SKU 'Standard_2G'; it offers Standard_4G, Standard_8G.")
                .hasRemedy("Choose a SKU that the region offers.");
        assertOnly(skus(new TargetSkuRule(), Given.cache(), offer("Standard_2G", "westus2", "3072")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region 'eastus' does not offer SKU 'Standard_2G'; it offers none.")
                .hasRemedy("Choose another region.");
    }

    @Test
    void skuOfTheOtherKind_doesNotCount() {
        var aml = new SkuOffer("amlFilesystems", "Standard_2G", List.of("eastus"), Map.of(), List.of());
        assertOnly(skus(new TargetSkuRule(), Given.cache(), aml))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region 'eastus' does not offer SKU 'Standard_2G'; it offers none.");
    }

    @Test
    void skuRestrictedEverywhere_blocks() {
        assertOnly(skus(
                        new TargetSkuRule(),
                        Given.cache(),
                        offer("Standard_2G", "eastus", "3072", "NotAvailableForSubscription")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "SKU 'Standard_2G' in region 'eastus' is restricted (NotAvailableForSubscription); it must be offered"
                                + " without restriction.");
    }

    @Test
    void skuListEmpty_isUnknown() {
        assertOnly(skus(new TargetSkuRule(), Given.cache()))
                .isUnknown("The SKU list is empty; SKU 'Standard_2G' must be in it.");
    }

    @Test
    void cacheSizeOfTheSku_isOk() {
        assertOnly(skus(
                        new TargetSizeRule(),
                        Given.cache(),
                        offer("Standard_2G", "eastus", "6144"),
                        offer("Standard_2G", "eastus", "12288, 3072")))
                .isOk("The SKU comes in this size.");
    }

    @Test
    void cacheSizeNotOfTheSku_blocksAndListsThem() {
        assertOnly(skus(
                        new TargetSizeRule(),
                        Given.cacheBuilder().cacheSizeGb(5000).build(),
                        offer("Standard_2G", "eastus", "12288,3072,6144")))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The cache size is 5000 GB; SKU 'Standard_2G' comes in 3072, 6144, 12288 GB.");
    }

    @Test
    void cacheSizesNotTold_areUnknown() {
        assertOnly(skus(new TargetSizeRule(), Given.cache(), offer("Standard_2G", "eastus", "many, 99999999999")))
                .isUnknown("The SKU list does not tell the sizes of SKU 'Standard_2G' in region 'eastus'.");
    }

    @Test
    void fileSystemInSteps_isOkElseWarns() {
        assertOnly(skus(new TargetSizeRule(), Given.fileSystem(), step("8")))
                .isOk("The capacity is a multiple of the SKU's step.");
        assertOnly(skus(
                        new TargetSizeRule(),
                        Given.fileSystemBuilder().storageCapacityTib(20.5).build(),
                        step("8.0")))
                .isWarning(
                        "The capacity is 20.5 TiB; SKU 'AMLFS-Durable-Premium-250' comes in steps of 8 TiB, and the service"
                                + " may round up.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "many", "8.", ".", "-8", "1e9", "1234567890123"})
    void fileSystemStepNotTold_isUnknown(String step) {
        assertOnly(skus(new TargetSizeRule(), Given.fileSystem(), step(step)))
                .isUnknown(
                        "The SKU list does not tell the steps of SKU 'AMLFS-Durable-Premium-250' in region 'eastus'.");
    }

    @Test
    void quotaWithRoom_isOk() {
        assertOnly(usages(new Usage("AmlFilesystem", 4, 4), new Usage("cache", 3, 4)))
                .isOk("3 of 4 HPC caches are used in region 'eastus'.");
    }

    @Test
    void quotaUsedUp_blocks() {
        assertOnly(usages(new Usage("Cache", 4, 4)))
                .isBlocking(
                        ErrorCode.LIMIT_REACHED,
                        "4 of 4 HPC caches are used in region 'eastus'; there must be room for one more.");
    }

    @Test
    void quotaNotTold_isUnknown() {
        assertOnly(usages(new Usage("AmlFilesystem", 0, 4)))
                .isUnknown("The region's usages do not tell the quota 'Cache'; there must be room for one more.");
    }

    @Test
    void subnetMissing_blocks() {
        assertOnly(Given.request(Given.cache())
                        .with(new FactKey.Subnet(Given.SUBNET), Optional.empty())
                        .judgedBy(new TargetSubnetRule()))
                .isBlocking(ErrorCode.RESOURCE_MISSING, "There is no subnet of this id.")
                .isAbout(Given.SUBNET);
    }

    @Test
    void subnetOf64Addresses_isTheSmallestForCache() {
        assertOnly(subnet(Given.cache(), "10.0.0.0/26")).isOk("The subnet is large enough.");
        assertOnly(subnet(Given.cache(), "fd00::/64", "10.0.1.0/28", "10.0.0.0/24"))
                .isOk("The subnet is large enough.");
        assertOnly(subnet(Given.cache(), "10.0.0.0/27"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The subnet is a /27 (32 addresses); it must be a /26 (64 addresses) or larger.")
                .hasRemedy("Use a subnet of /26 or larger, for this cache only; /24 is recommended.");
    }

    @ParameterizedTest
    @CsvSource({"4,27", "16,27", "16.5,26", "40,26", "92,25", "196,24", "400,23", "401,22"})
    void subnetForFileSystem_dependsOnCapacity(double tib, int prefix) {
        var request = Given.fileSystemBuilder().storageCapacityTib(tib).build();
        assertOnly(subnet(request, "10.0.0.0/" + prefix)).isOk("The subnet is large enough.");
        assertOnly(subnet(request, "10.0.0.0/" + (prefix + 1)))
                .isWarning("The subnet is a /" + (prefix + 1) + " (" + (1L << (31 - prefix)) + " addresses); for " + tib
                        + " TiB about a /" + prefix + " (" + (1L << (32 - prefix)) + " addresses) is needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/33", "10.0.0.0/123", "fd00::/64"})
    void subnetSizeNotTold_isUnknown(String prefix) {
        assertOnly(subnet(Given.cache(), prefix))
                .isUnknown("The answer does not tell an IPv4 range of the subnet; it must be /26 or larger.");
    }

    @Test
    void resourceThatExists_needsNoOffer() {
        for (var rule : List.of(
                new ProviderRegisteredRule(),
                new TargetRegionRule(),
                new TargetSkuRule(),
                new TargetSizeRule(),
                new TargetQuotaRule(),
                new TargetSubnetRule())) {
            var existing = Given.request(Given.cache()).with(TargetSketch.waiting());
            assertThat(existing.judgedBy(rule)).isEmpty();
            assertThat(rule.facts(existing.situation())).isEmpty();
            assertThat(Given.request(Given.authorize()).judgedBy(rule)).isEmpty();
        }
    }
}
