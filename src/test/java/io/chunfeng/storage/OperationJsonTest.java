package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Subject;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.ProblemChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a change by hand says everything that it did. */
class OperationJsonTest {

    static Stream<Operation> operations() {
        Instant moment = Instant.parse("2024-02-17T00:30:00Z");
        return Stream.of(
                new Operation.Move(3, 12, new Target.OnTrip("C17")),
                new Operation.Move(0, 1, new Target.Off()),
                new Operation.Board("G1", 5, new Target.OnNewTrip("P1")),
                new Operation.Board("G1", 5, new Target.OnService("K1")),
                new Operation.Split(1, 2),
                new Operation.Join(1, 2),
                new Operation.MergeTrips("C1", "C2"),
                new Operation.ChangePool("C1", "P1"),
                new Operation.ChangeDeparture("C1", moment),
                new Operation.DropTrip("C1"),
                new Operation.Pin("C1"),
                new Operation.Unpin("C1"),
                new Operation.Remedy("G1", new ProblemChange.LaterArrival("G1", moment)),
                new Operation.Remedy("G1", new ProblemChange.EarlierDeparture("G1", moment)),
                new Operation.Remedy("G1", new ProblemChange.MoreCoaches("P1", 2)),
                new Operation.Remedy("G1", new ProblemChange.MoreCarriages("K1", 2)),
                new Operation.Remedy("G1", new ProblemChange.MoreSeats("F1", 2)),
                new Operation.Remedy("G1", new ProblemChange.FewerForMinimum("F1", 2)),
                new Operation.Remedy("G1", new ProblemChange.SmallerPart("G1", 2)),
                new Operation.Remedy("G1", new ProblemChange.AnotherMode("G1", Mode.RAIL)),
                new Operation.Remedy("G1", new ProblemChange.AsEmergency()),
                new Operation.Remedy("G1", new ProblemChange.MoreWheelchairSpaces("P1", 2)),
                new Operation.Replace(7));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsReadAsItWasWritten(Operation operation) {
        Subject subject = new Subject("G1", List.of("C1", "K1"));
        String json = OperationJson.write(operation, subject);

        assertThat(OperationJson.read(json)).isEqualTo(operation);
        assertThat(OperationJson.readSubject(json)).isEqualTo(subject);
        assertThat(OperationJson.readSubject(OperationJson.write(operation, null)))
                .isNull();
    }
}
