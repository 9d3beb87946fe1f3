package io.github.hpccachecmk.core.port;

/**
 * The status of a long-running operation.
 *
 * @param status InProgress, Succeeded, Failed, Canceled or what else the service says
 * @param errorCode the reason of a failure; empty text without one
 * @param errorMessage the reason in words; empty text without one
 */
public record OperationStatus(String status, String errorCode, String errorMessage) {}
