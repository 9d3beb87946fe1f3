package io.github.hpccachecmk.testkit;

/**
 * One copy of a cache or file system, as {@link TargetProbe#copiedTo} makes it.
 *
 * @param name its name
 * @param keyUrl its key's URL; ignored when the original has no customer-managed key
 * @param vaultId the ARM id of that key's vault
 * @param principalId the principal of its own system-assigned identity, a GUID; ignored when the original has none
 */
public record TargetCopy(String name, String keyUrl, String vaultId, String principalId) {}
