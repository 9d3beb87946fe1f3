package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.PrincipalId;
import java.time.Instant;
import java.util.Optional;

/**
 * A role assignment as one answer showed it.
 *
 * @param id its ARM id
 * @param scope where it holds
 * @param principal who has it (a group's id when it comes through a group)
 * @param roleId the role definition's GUID, lower case
 * @param condition a condition that restricts it
 * @param createdOn when it was made
 */
public record RoleAssignment(
        String id,
        String scope,
        PrincipalId principal,
        String roleId,
        Optional<String> condition,
        Optional<Instant> createdOn) {}
