package io.github.hpccachecmk.testkit.world;

import java.util.List;
import java.util.Optional;

/**
 * Refusals in the words of the services. Where no public source has the words, the method says so.
 *
 * <p>Answers of the gateway (not of a provider) carry {@code x-ms-failure-cause: gateway}: seen in recorded traffic of
 * Azure/azure-sdk-for-net storagecache tests.
 */
public final class ArmErrors {
    /** Marks an answer that ARM's gateway gave before any provider was asked. */
    public static final String FAILURE_CAUSE = "x-ms-failure-cause";

    private static final String API_VERSION = "\\d{4}-\\d{2}-\\d{2}(-[a-z]+)?";

    private ArmErrors() {}

    /** Any error of a provider. */
    public static WireResponse of(int status, String code, String message) {
        return WireResponse.of(status, Doc.of("error", Doc.of("code", code, "message", message)));
    }

    /** Any error of a provider that names a target. */
    public static WireResponse of(int status, String code, String message, String target) {
        return WireResponse.of(status, Doc.of("error", Doc.of("code", code, "message", message, "target", target)));
    }

    /** Any error of the gateway. */
    public static WireResponse gateway(int status, String code, String message) {
        return of(status, code, message).withHeader(FAILURE_CAUSE, "gateway");
    }

    /** 400 with the code that StorageCache uses for every bad member; seen in recorded traffic. */
    public static WireResponse invalidParameter(String message, String target) {
        return of(400, "InvalidParameter", message, target);
    }

    /** 401; the ARM words. */
    public static WireResponse authenticationFailed() {
        return gateway(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.")
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"https://login.windows.net/\", error=\"invalid_token\","
                                + " error_description=\"The authentication failed because of missing"
                                + " 'Authorization' header.\"");
    }

    /** 401 for a token of somebody whom this world does not know. */
    public static WireResponse unknownCaller(String name) {
        return gateway(
                401,
                "InvalidAuthenticationToken",
                "The access token is invalid: FakeAzure knows no caller '" + name + "'; add it with principal(...).");
    }

    /** 401 for a token made for another service; the words are ARM's. */
    public static WireResponse wrongAudience(String audience) {
        return gateway(
                401,
                "InvalidAuthenticationTokenAudience",
                "The access token has been obtained for wrong audience or resource '" + audience
                        + "'. It should exactly match with one of the allowed audiences"
                        + " 'https://management.core.windows.net/','https://management.core.windows.net',"
                        + "'https://management.azure.com/','https://management.azure.com'.");
    }

    /** 403; the words are ARM's. */
    public static WireResponse authorizationFailed(Caller caller, String action, String scope) {
        return gateway(
                403,
                "AuthorizationFailed",
                "The client '" + caller.name() + "' with object id '" + caller.objectId()
                        + "' does not have authorization to perform action '" + action + "' over scope '" + scope
                        + "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
    }

    /** 403; the words are ARM's. */
    public static WireResponse linkedAuthorizationFailed(
            Caller caller, String action, String scope, String linkedAction, String linkedScope) {
        return gateway(
                403,
                "LinkedAuthorizationFailed",
                "The client '" + caller.name() + "' with object id '" + caller.objectId()
                        + "' has permission to perform action '" + action + "' on scope '" + scope
                        + "'; however, it does not have permission to perform action(s) '" + linkedAction
                        + "' on the linked scope(s) '" + linkedScope
                        + "' (respectively) or the linked scope(s) are invalid.");
    }

    /** 404; seen in recorded traffic since 2021. */
    public static WireResponse resourceNotFound(String type, String name, String group) {
        return gateway(
                404,
                "ResourceNotFound",
                "The Resource '" + type + "/" + name + "' under resource group '" + group
                        + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    }

    /** 404; the words are ARM's. */
    public static WireResponse resourceGroupNotFound(String group) {
        return gateway(404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
    }

    /** 409; the words are ARM's. */
    public static WireResponse groupIsBeingDeleted(String group) {
        return gateway(
                409,
                "ResourceGroupBeingDeleted",
                "The resource group '" + group + "' is in deprovisioning state and cannot perform this operation.");
    }

    /** 404; seen in recorded traffic. */
    public static WireResponse subscriptionNotFound(String subscription) {
        return gateway(404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
    }

    /** 400; the words are ARM's. */
    public static WireResponse missingApiVersion() {
        return gateway(
                400,
                "MissingApiVersionParameter",
                "The api-version query parameter (?api-version=) is required for all requests.");
    }

    /**
     * 400; the words are ARM's. For the platform's own types, and for what is no date, the version itself is bad; where
     * the location is known, no provider serves it there; else the type is not known in it.
     */
    public static WireResponse unknownApiVersion(ApiVersions versions, String asked, Optional<String> location) {
        String supported = String.join(",", versions.accepted());
        if (versions.namespace().equals("Microsoft.Resources") || !asked.matches(API_VERSION)) {
            return gateway(
                    400,
                    "InvalidApiVersionParameter",
                    "The api-version '" + asked + "' is invalid. The supported versions are '" + supported + "'.");
        }
        if (location.isPresent()) {
            return gateway(
                    400,
                    "NoRegisteredProviderFound",
                    "No registered resource provider found for location '" + location.get() + "' and API version '"
                            + asked + "' for type '" + versions.type() + "'. The supported api-versions are '"
                            + supported
                            + "'.");
        }
        return gateway(
                400,
                "InvalidResourceType",
                "The resource type '" + versions.type() + "' could not be found in the namespace '"
                        + versions.namespace() + "' for api version '" + asked
                        + "'. The supported api-versions are '" + supported + "'.");
    }

    /** 404 for a path that no row of the table serves. */
    public static WireResponse unknownPath(WireRequest request) {
        return gateway(
                404,
                "InvalidResourceType",
                "FakeAzure serves nothing at " + request.method() + " " + request.path() + ".");
    }

    /** 405; the words are ARM's. */
    public static WireResponse methodNotAllowed(String method) {
        return gateway(
                405, "HttpMethodNotSupported", "The HTTP method '" + method + "' is not supported at this scope.");
    }

    /** 409; the words are ARM's. */
    public static WireResponse scopeLocked(String scope, boolean isDelete, List<String> lockedScopes) {
        return gateway(
                409,
                "ScopeLocked",
                "The scope '" + scope + "' cannot perform " + (isDelete ? "delete" : "write")
                        + " operation because following scope(s) are locked: '" + String.join(",", lockedScopes)
                        + "'. Please remove the lock and try again.");
    }

    /** 403; the words are ARM's. */
    public static WireResponse disallowedByPolicy(String name, PolicyDenial policy) {
        String message =
                "Resource '" + name + "' was disallowed by policy. Policy identifiers: '[{\"policyAssignment\":"
                        + "{\"name\":\"" + policy.assignment() + "\",\"id\":\"" + policy.id() + "\"}}]'.";
        return WireResponse.of(
                        403,
                        Doc.of(
                                "error",
                                Doc.of(
                                        "code",
                                        "RequestDisallowedByPolicy",
                                        "target",
                                        name,
                                        "message",
                                        message,
                                        "additionalInfo",
                                        List.of(Doc.of(
                                                "type",
                                                "PolicyViolation",
                                                "info",
                                                Doc.of(
                                                        "policyAssignmentName", policy.assignment(),
                                                        "policyAssignmentId", policy.id(),
                                                        "policyDefinitionEffect", "deny"))))))
                .withHeader(FAILURE_CAUSE, "gateway");
    }

    /** 409; the words are ARM's. */
    public static WireResponse missingRegistration(String namespace) {
        String message = "The subscription is not registered to use namespace '" + namespace
                + "'. See https://aka.ms/rps-not-found for how to register subscriptions.";
        return WireResponse.of(
                        409,
                        Doc.of(
                                "error",
                                Doc.of(
                                        "code",
                                        "MissingSubscriptionRegistration",
                                        "message",
                                        message,
                                        "details",
                                        List.of(Doc.of(
                                                "code", "MissingSubscriptionRegistration",
                                                "target", namespace,
                                                "message", message)))))
                .withHeader(FAILURE_CAUSE, "gateway");
    }

    /** 409; the words are ARM's. */
    public static WireResponse locationDiffers(String name, String group, String existing, String asked) {
        return gateway(
                409,
                "InvalidResourceLocation",
                "The resource '" + name + "' already exists in location '" + existing + "' in resource group '" + group
                        + "'. A resource with the same name cannot be created in location '" + asked
                        + "'. Please select a new resource name.");
    }
}
