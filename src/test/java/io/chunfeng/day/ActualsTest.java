package io.chunfeng.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.day.ActualsPreview.Finding;
import io.chunfeng.day.ActualsPreview.State;
import io.chunfeng.intake.ActualColumn;
import io.chunfeng.intake.ActualsFile;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TextWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of what ran: written as workbooks, read back, compared with a day of two trips. Faults name their cells. */
class ActualsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final Instant EVENING = Trips.NINE.plusSeconds(12 * 3600);

    @TempDir
    private Path folder;

    /** As the template has it; what is filled in begins with the departure. */
    private static List<Object> row(String trip, String group, int planned, Object... filled) {
        List<Object> row = new ArrayList<>(Arrays.asList("2024-02-17", trip, "车队", group, planned, "09:00"));
        row.addAll(Arrays.asList(filled));
        while (row.size() < ActualColumn.values().length) {
            row.add(null);
        }
        return row;
    }

    @SafeVarargs
    private ActualsPreview preview(List<BoardTrip> trips, List<Object>... rows) throws IOException {
        return headed(trips, ActualColumn.titles(), rows);
    }

    @SafeVarargs
    private ActualsPreview headed(List<BoardTrip> trips, List<String> head, List<Object>... rows) throws IOException {
        Path file = folder.resolve("actuals.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TextWorkbook.write(List.of(new TextWorkbook.Sheet("实际运行", head, List.of(rows))), out);
        }
        return Actuals.compare(ActualsFile.read(file, DAY), DAY, Actuals.leaving(trips, DAY), trip -> trips, EVENING);
    }

    private static List<BoardTrip> day() {
        return List.of(Trips.feeder(), Trips.train());
    }

    private static void only(ActualsPreview preview, String cell, String key) {
        assertThat(preview.findings()).extracting(Finding::cell, Finding::key).containsExactly(tuple(cell, key));
        assertThat(preview.entries()).isEmpty();
    }

    @Test
    void figuresBecomeDepartures() throws IOException {
        ActualsPreview preview = preview(
                day(),
                row("5/C1", "G1", 20, "9:05", 17, 1, 2, 1, 1, 1, "C9", "证件不符"),
                row("C1", "G2", 10, null, "１０人"),
                row("5/K1", "G1", 20));

        assertThat(preview.findings()).isEmpty();
        assertThat(preview.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.trip()).isEqualTo(new TripRef(Trips.PLAN, "C1"));
            assertThat(entry.report()).isEqualTo(Report.DEPARTED);
            assertThat(entry.happenedAt()).isEqualTo(Trips.NINE.plusSeconds(300));
        });
        assertThat(preview.trips().get(0).boarded())
                .containsExactly(
                        new Boarded("G1", 20, 17, 1, 2, new Absent(1, 1, 1, "C9"), "证件不符"),
                        new Boarded("G2", 10, 10, 0, 0, Absent.NOBODY, null));
    }

    /** Who the file says did not come for the coach is not expected at the train of the same file. */
    @Test
    void theTrainKnowsWhatTheFileSaysOfTheCoach() throws IOException {
        ActualsPreview preview = preview(
                day(),
                row("5/K1", "G1", 20, null, 16),
                row("5/C1", "G1", 20, null, 17),
                row("5/C1", "G2", 10, null, 10));

        assertThat(preview.findings()).isEmpty();
        assertThat(preview.trips()).extracting(trip -> trip.ref().vehicle()).containsExactly("C1", "K1");
        assertThat(preview.trips().get(1).boarded())
                .containsExactly(new Boarded("G1", 20, 16, 0, 0, Absent.noShow(1), null));
        assertThat(preview.trips().get(1).entry().happenedAt()).isEqualTo(Trips.NINE.plusSeconds(7200));
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        List<BoardTrip> recorded = List.of(
                Trips.feeder(Trips.event(
                        1,
                        "C1",
                        Report.DEPARTED,
                        0,
                        Trips.NINE.plusSeconds(317),
                        new Boarded("G1", 20, 17, 0, 0, Absent.noShow(3), "联系不上"),
                        new Boarded("G2", 10, 10, 0, 0, Absent.NOBODY, null))),
                Trips.train());
        List<Object> first = row("5/C1", "G1", 20, "2024-02-17 09:05", 17, null, null, 3, null, null, null, "联系不上");
        List<Object> second = row("5/C1", "G2", 10, null, 10);

        ActualsPreview same = preview(recorded, first, second);
        assertThat(same.findings()).isEmpty();
        assertThat(same.entries()).isEmpty();
        assertThat(same.count(State.UNCHANGED)).isEqualTo(1);

        ActualsPreview other =
                preview(recorded, row("5/C1", "G1", 20, null, 18, null, null, 2, null, null, null, "复核"), second);
        assertThat(other.count(State.CHANGED)).isEqualTo(1);
        assertThat(other.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.remark()).isEqualTo("复核");
            assertThat(entry.happenedAt()).isEqualTo(Trips.NINE.plusSeconds(317));
        });
        only(preview(recorded, row("5/C1", "G1", 20, null, 18), second), "O2", "day.refused.NO_REASON");
    }

    @Test
    void aTripThatHasArrivedKeepsItsArrival() throws IOException {
        Instant arrived = Trips.NINE.plusSeconds(4000);
        List<BoardTrip> recorded = List.of(Trips.feeder(
                Trips.event(
                        1,
                        "C1",
                        Report.DEPARTED,
                        0,
                        Trips.NINE,
                        new Boarded("G1", 20, 20, 0, 0, Absent.NOBODY, null),
                        new Boarded("G2", 10, 10, 0, 0, Absent.NOBODY, null)),
                Trips.event(2, "C1", Report.ARRIVED, 0, arrived)));
        List<Object> fewer = row("5/C1", "G1", 20, null, 19, null, null, 1, null, null, null, "复核");

        assertThat(preview(recorded, fewer, row("5/C1", "G2", 10, null, 10)).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.report()).isEqualTo(Report.ARRIVED);
                    assertThat(entry.happenedAt()).isEqualTo(arrived);
                });
        only(preview(recorded, fewer, row("5/C1", "G2", 10, "10:00", 10)), "G3", "recording.fault.ARRIVED");
    }

    @Test
    void everyFaultNamesItsCell() throws IOException {
        List<Object> good = row("5/C1", "G2", 10, null, 10);
        only(preview(day(), row("5/C1", "G1", 20, null, "二十"), good), "H2", "intake.problem.NOT_A_NUMBER");
        only(preview(day(), row("5/C1", "G1", 20, null, "20.5"), good), "H2", "intake.problem.NOT_WHOLE");
        only(preview(day(), row("5/C1", "G1", 20, null, -1), good), "H2", "intake.problem.TOO_SMALL");
        only(preview(day(), row("5/C1", "G1", 20, null, 21), good), "H2", "day.refused.TOO_MANY");
        only(preview(day(), row("5/C1", "G1", 20, "上午", 20), good), "G2", "intake.problem.BAD_DATE");
        only(preview(day(), row("5/C1", "G1", 20, "22:00", 20), good), "G2", "day.refused.IN_FUTURE");
        only(
                preview(day(), row("5/C1", "G1", 20, "9:00", 20), row("5/C1", "G2", 10, "9:01", 10)),
                "G3",
                "recording.fault.DEPARTED");
        only(
                preview(day(), row("5/C1", "G1", 20, null, 17, null, null, 1, 1), good),
                "K2",
                "day.refused.NOT_ACCOUNTED");
        only(
                preview(day(), row("5/C1", "G1", 20, null, 19, null, null, null, null, 1, "C1"), good),
                "N2",
                "day.refused.MOVED_WHERE");
        only(preview(day(), row("5/C1", "G1", 20, null, 20, 100), good), "I2", "day.refused.OTHERS");
        only(preview(day(), row("5/C1", "G1", 20, null, 20, null, 100), good), "J2", "day.refused.OTHERS");
        only(preview(day(), row("5/C1", "G1", 19, null, 20), good), "E2", "recording.fault.PLANNED");
        only(preview(day(), row("5/C7", "G1", 20, null, 20)), "B2", "recording.fault.TRIP");
        only(preview(day(), row("6/C1", "G1", 21, null, 20), good), "E2", "recording.fault.PLANNED");
        only(preview(day(), row("5/C1", "G3", 20, null, 20)), "D2", "recording.fault.GROUP");
        only(preview(day(), good, row("5/C1", "G1", 20, null, 20), good), "D4", "recording.fault.TWICE");
        only(preview(day(), good), "B2", "recording.fault.LACKING");
        only(preview(day(), row("5/C1", "G1", 20, "9:00"), good), "H2", "recording.fault.PERSONS");
    }

    @Test
    void anotherDayIsNamed() throws IOException {
        List<Object> other = row("5/C1", "G1", 20, null, 20);
        other.set(0, "2024-02-18");

        only(preview(day(), other), "A2", "recording.fault.DAY");
    }

    /** Somebody inserted a cell: everything stands one column to the right of its header. */
    @Test
    void shiftedColumnsAreNoticed() throws IOException {
        List<Object> shifted = row("5/C1", "G1", 20, null, 20);
        shifted.add(0, null);
        shifted.remove(shifted.size() - 1);

        ActualsPreview preview = preview(day(), shifted, row("5/C1", "G2", 10, null, 10));

        assertThat(preview.findings()).extracting(Finding::cell).contains("B2", "E2");
        assertThat(preview.findings())
                .filteredOn(finding -> finding.cell().equals("B2"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found()).isEqualTo("2024-02-17"));
        assertThat(preview.entries()).isEmpty();
    }

    /** Columns in another order are no fault: the header says what they are. */
    @Test
    void theHeaderDecides() throws IOException {
        ActualsPreview preview = headed(List.of(Trips.train()), List.of("实乘人数", "团组编号", "车次"), List.of(20, "G1", "K1"));

        assertThat(preview.findings()).isEmpty();
        assertThat(preview.trips().get(0).persons()).isEqualTo(20);
        assertThatThrownBy(() -> headed(day(), List.of("人数", "团组编号", "车次"), List.of(20, "G1", "K1")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("实乘");
    }

    @Test
    void oneFaultKeepsEverythingBack() throws IOException {
        ActualsPreview preview = preview(
                day(),
                row("5/C1", "G1", 20, null, 20),
                row("5/C1", "G2", 10, null, 10),
                row("5/K1", "G1", 20, null, "约20"));

        assertThat(preview.trips()).hasSize(1);
        only(preview, "H4", "intake.problem.NOT_A_NUMBER");
    }
}
