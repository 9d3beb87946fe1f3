package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import java.util.Optional;

/** Caches and file systems: Microsoft.StorageCache. */
public interface TargetPort {
    /** {@link PortOperation#GET_TARGET}; empty on 404. */
    Answer<Optional<TargetSnapshot>> get(CallContext context, TargetId id);

    /** {@link PortOperation#LIST_TARGETS}: one page of a group; {@code page} is empty for the first. */
    Answer<Page<TargetSnapshot>> list(
            CallContext context, TargetKind kind, ResourceGroupId group, Optional<String> page);

    /** {@link PortOperation#LIST_TARGETS_OF_SUBSCRIPTION}: all that the caller may read. */
    Answer<Page<TargetSnapshot>> listOfSubscription(
            CallContext context, TargetKind kind, String subscription, Optional<String> page);

    /** {@link PortOperation#CREATE_TARGET}: does not wait for the operation. The answer may lack members. */
    Answer<CreatedTarget> create(CallContext context, TargetSpec spec);

    /** {@link PortOperation#UPDATE_TARGET}: PATCH with the complete encryption settings and nothing else. */
    Answer<TargetSnapshot> updateEncryption(CallContext context, TargetId id, EncryptionSettings settings);

    /** {@link PortOperation#GET_OPERATION_STATUS}: reads the status of the operation of a create once. */
    Answer<OperationStatus> operationStatus(CallContext context, OperationUrl url);
}
