package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every method of every port, and the way the suites reach their implementation. A binding runs a suite by
 * a subclass that says how its ports are built over an Azure in memory. Each test has a world of its own.
 */
public abstract class PortContract {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(17);

    /** For subclasses. */
    protected PortContract() {}

    /**
     * A new world for one test, with the ports under test over it: {@code ContractWorld.inMemory(MyBinding::ports)}.
     *
     * @return a world that no other test uses
     */
    protected abstract ContractWorld newWorld();

    /** One call of each method, in a world prepared for it. */
    abstract List<PortCall> calls(ContractWorld world);

    /** The methods that read a page of a listing, in a world prepared for them. */
    List<Listing> listings(ContractWorld world) {
        return List.of();
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_isOneCallWithTheCorrelationIdOfItsFlow() {
        return eachCall((world, call) -> {
            call.on(world.ports());

            assertEquals(1, world.count(call.operation()), world::journal);
            assertEquals(1, world.countAll(), world::journal);
            assertEquals(Optional.of(world.context().correlationId()), world.correlationId(call.operation()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_throttled_saysForHowLong() {
        return eachCall((world, call) -> {
            world.throttle(call.operation(), RETRY_AFTER);

            var failure = failureOf(world, call);

            assertEquals(429, failure.status());
            assertEquals(Optional.of(RETRY_AFTER), failure.retryAfter());
            assertEquals(Delivery.ANSWERED, failure.delivery());
            assertEquals(1, world.count(call.operation()), world::journal);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_refused_keepsCodeMessageAndRequestId() {
        return eachCall((world, call) -> {
            world.refuse(call.operation(), 409, "ConflictError", "changed from the point the operation began");

            var failure = failureOf(world, call);

            assertEquals(409, failure.status());
            assertEquals("ConflictError", failure.serviceCode());
            assertTrue(failure.serviceMessage().contains("changed from the point"), failure::serviceMessage);
            assertEquals(Delivery.ANSWERED, failure.delivery());
            assertFalse(failure.scope().isEmpty());
            assertTrue(failure.requestId().isPresent());
            assertEquals(world.now(), failure.at());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_servedBadly_isNotTriedAgain() {
        return eachCall((world, call) -> {
            world.refuse(call.operation(), 503, "ServerBusy", "try later");

            assertEquals(503, failureOf(world, call).status());
            assertEquals(1, world.count(call.operation()), world::journal);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_answerLost_isOfUnknownOutcome() {
        return eachCall((world, call) -> {
            world.loseAnswer(call.operation());

            var failure = failureOf(world, call);

            assertEquals(Delivery.UNKNOWN, failure.delivery());
            assertEquals(0, failure.status());
            assertEquals(1, world.count(call.operation()), world::journal);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyMethod_connectionReset_isOfUnknownOutcome() {
        return eachCall((world, call) -> {
            world.reset(call.operation());

            assertEquals(Delivery.UNKNOWN, failureOf(world, call).delivery());
            assertEquals(1, world.count(call.operation()), world::journal);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyListing_givesTheTokenOfItsNextPageAndTakesItBack() {
        return listings(newWorld()).stream()
                .map(Listing::operation)
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    var world = newWorld();
                    var listing = listings(world).stream()
                            .filter(candidate -> candidate.operation() == operation)
                            .findFirst()
                            .orElseThrow();
                    var requests = world.requestsOf(operation);
                    var all = listing.read(world.ports(), Optional.empty());
                    assertEquals(Optional.empty(), all.next());
                    world.begun().answerEmptyPage(operation, requests.get(0));

                    var first = listing.read(world.ports(), Optional.empty());
                    var second = listing.read(world.ports(), first.next());

                    assertEquals(List.of(), first.items());
                    assertTrue(first.next().isPresent());
                    assertEquals(all.items(), second.items());
                    assertEquals(Optional.empty(), second.next());
                    assertEquals(2, world.countAll(), world::journal);
                }));
    }

    /** The failure of a call that has to fail; a test that the world aborts within it stays aborted. */
    static RemoteException thrownBy(Runnable call) {
        try {
            call.run();
        } catch (RemoteException failed) {
            return failed;
        }
        return fail("the call succeeded, and should have failed");
    }

    static RemoteFailure failureOf(ContractWorld world, PortCall call) {
        var failure = thrownBy(() -> call.on(world.ports())).failure();
        assertEquals(call.operation(), failure.operation());
        return failure;
    }

    private Stream<DynamicTest> eachCall(BiConsumer<ContractWorld, PortCall> test) {
        int methods = calls(newWorld()).size();
        return Stream.iterate(0, index -> index + 1).limit(methods).map(index -> {
            var world = newWorld();
            var call = calls(world).get(index);
            // What prepared the world is not what is tested.
            return DynamicTest.dynamicTest(call.operation().name(), () -> test.accept(world.begun(), call));
        });
    }
}
