package io.github.hpccachecmk.core.port;

import java.util.List;

/**
 * One entry of the permissions API: what it allows less what it excludes.
 *
 * @param actions allowed control-plane actions, with wildcards
 * @param notActions excluded control-plane actions
 * @param dataActions allowed data-plane actions
 * @param notDataActions excluded data-plane actions
 */
public record PermissionEntry(
        List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions) {}
