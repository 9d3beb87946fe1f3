package io.github.hpccachecmk.azure.implementation;

import com.azure.core.annotation.BodyParam;
import com.azure.core.annotation.ExpectedResponses;
import com.azure.core.annotation.Get;
import com.azure.core.annotation.HeaderParam;
import com.azure.core.annotation.Host;
import com.azure.core.annotation.HostParam;
import com.azure.core.annotation.Patch;
import com.azure.core.annotation.PathParam;
import com.azure.core.annotation.Post;
import com.azure.core.annotation.Put;
import com.azure.core.annotation.QueryParam;
import com.azure.core.annotation.ServiceInterface;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;

/** The shapes of call that {@link ArmRest} makes; implemented by azure-core's RestProxy. */
@Host("{endpoint}")
@ServiceInterface(name = "HpcCacheCmkArm")
interface ArmService {
    /** Reads a resource or the first page of a list. */
    @Get("{path}")
    @ExpectedResponses({200})
    Response<BinaryData> get(
            @HostParam("endpoint") String endpoint,
            @PathParam(value = "path", encoded = true) String path,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam("Accept") String accept,
            Context context);

    /** Creates a resource; never retried. */
    @Put("{path}")
    @ExpectedResponses({200, 201, 202})
    Response<BinaryData> put(
            @HostParam("endpoint") String endpoint,
            @PathParam(value = "path", encoded = true) String path,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam("Accept") String accept,
            @BodyParam("application/json") BinaryData body,
            Context context);

    /** Asks a question that is too long for a URL. */
    @Post("{path}")
    @ExpectedResponses({200})
    Response<BinaryData> post(
            @HostParam("endpoint") String endpoint,
            @PathParam(value = "path", encoded = true) String path,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam("Accept") String accept,
            @BodyParam("application/json") BinaryData body,
            Context context);

    /** Changes the members that the body holds. */
    @Patch("{path}")
    @ExpectedResponses({200, 202})
    Response<BinaryData> patch(
            @HostParam("endpoint") String endpoint,
            @PathParam(value = "path", encoded = true) String path,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam("Accept") String accept,
            @BodyParam("application/json") BinaryData body,
            Context context);
}
