package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.Requests;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request in a world in which something is in the way, with all that was told and called on the way. */
final class Job {
    private static final Duration LONG = Duration.ofHours(12);

    final FakeAzure azure;
    final CustomerManagedKeys keys;
    CmkRequest<EncryptedResource> request;
    private final List<Status> told = new ArrayList<>();
    private long before;

    Job(FakeAzure azure, CustomerManagedKeys keys, CmkRequest<EncryptedResource> request) {
        this.azure = azure;
        this.keys = keys;
        this.request = request;
        this.before = azure.journal().last();
    }

    static Job of(Face face, Variant variant) {
        return in(variant.world(1), face, variant);
    }

    static Job in(FakeAzure azure, Face face, Variant variant) {
        return new Job(azure, face.keys(azure), variant.request(azure));
    }

    /** The same request with one member of its portable form changed. */
    Job with(String member, Object value) {
        request = changed(request, member, value);
        return this;
    }

    /** The same request without one member of its portable form. */
    Job without(String member) {
        var form = new HashMap<String, Object>(request.toMap());
        form.remove(member);
        request = create(form);
        return this;
    }

    static CmkRequest<EncryptedResource> changed(CmkRequest<EncryptedResource> request, String member, Object value) {
        var form = new HashMap<String, Object>(request.toMap());
        form.put(member, value);
        return create(form);
    }

    private static CmkRequest<EncryptedResource> create(Map<String, Object> form) {
        var read = Requests.fromMap(form);
        assertThat(read).isInstanceOf(CreateRequest.class);
        return (CreateRequest) read;
    }

    // ---- ends

    EncryptedResource succeeds() throws InterruptedException {
        try {
            return await();
        } catch (OperationBlockedException | OperationFailedException unwanted) {
            throw new AssertionError(timeline(), unwanted);
        }
    }

    /** Nothing more can be done until somebody acts. */
    CmkError blocks() {
        var blocked = catchThrowableOfType(OperationBlockedException.class, this::await);
        assertThat(blocked).as(timeline()).isNotNull();
        assertThat(blocked.findings()).as(timeline()).isNotEmpty();
        return blocked.error();
    }

    CmkError fails() {
        var failed = catchThrowableOfType(OperationFailedException.class, this::await);
        assertThat(failed).as(timeline()).isNotNull();
        return failed.error();
    }

    private EncryptedResource await() throws InterruptedException {
        return keys.begin(request, OperationOptions.defaults().onProgress(told::add))
                .await(LONG);
    }

    /** What comes from here on is a new chapter. */
    Job newChapter() {
        told.clear();
        before = azure.journal().last();
        return this;
    }

    // ---- what happened

    Journal made() {
        return azure.journal().after(before);
    }

    List<JournalEntry> calls(PortOperation operation) {
        return made().calls(operation);
    }

    Instant at(PortOperation operation, int call) {
        assertThat(calls(operation)).as(timeline()).hasSizeGreaterThanOrEqualTo(call);
        return calls(operation).get(call - 1).at();
    }

    int writes() {
        return made().writes().size();
    }

    int changes() {
        return made().changes().size();
    }

    List<Status> told() {
        return List.copyOf(told);
    }

    List<FlowEvent> events() {
        return told.stream().flatMap(status -> status.events().stream()).toList();
    }

    boolean passedThrough(Phase phase) {
        return told.stream().anyMatch(status -> status.phase() == phase);
    }

    /** The first blocking finding that was told on the way. */
    CmkError actionNeeded() {
        return told.stream()
                .filter(status -> status.phase() == Phase.ACTION_NEEDED)
                .findFirst()
                .flatMap(Status::lastError)
                .orElseThrow(() -> new AssertionError("nobody had to act\n" + timeline()));
    }

    /** Somebody does something a while from now. */
    void later(Duration wait, Runnable thirdParty) {
        azure.pacing().at(azure.now().plus(wait), thirdParty);
    }

    String timeline() {
        var text = new StringBuilder(made().timeline());
        told.forEach(status -> text.append(status).append('\n'));
        return text.toString();
    }
}
